package io.github.auth0jakarta.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureAlgorithmTest {

    @Test
    void accessTokenHashOfOpenIdConnectCoreAppendixA() {
        assertThat(SignatureAlgorithm.RS256.leftHalfHash("jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y"))
                .isEqualTo("77QmUPtjPfzWtF2AnpK9RQ");
    }

    @ParameterizedTest
    @CsvSource({"RS256, 22", "PS256, 22", "ES256, 22", "RS384, 32", "PS384, 32", "ES384, 32", "RS512, 43", "ES512, 43"})
    void halfAHashIsAsLongAsTheAlgorithmSays(SignatureAlgorithm algorithm, int characters) {
        assertThat(algorithm.leftHalfHash("token")).hasSize(characters);
    }

    @ParameterizedTest
    @EnumSource
    void algorithmIsFoundByItsName(SignatureAlgorithm algorithm) {
        assertThat(SignatureAlgorithm.of(algorithm.name())).contains(algorithm);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"none", "None", "NONE", "", "HS256", "rs256", "RS256 ", "RS1", "ES256K", "EdDSA", "RSA-OAEP"})
    void whatIsNoSignatureWithAPublicKeyIsNoAlgorithm(String name) {
        assertThat(SignatureAlgorithm.of(name)).isEmpty();
    }
}
