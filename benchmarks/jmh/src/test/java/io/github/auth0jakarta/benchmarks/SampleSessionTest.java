package io.github.auth0jakarta.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.internal.session.SessionCodec;
import io.github.auth0jakarta.internal.session.SessionData;
import org.junit.jupiter.api.Test;

class SampleSessionTest {

    @Test
    void ofWhenWrittenThenTheSizeOfTheGoalsWithAnIdTokenOfAThousandCharacters() {
        SessionCodec codec = new SessionCodec(new StrictJson());
        SessionData session = SampleSession.of(codec);
        assertThat(codec.encode(session)).hasSize(2_392);
        assertThat(session.idToken().length()).isBetween(950, 1_050);
        assertThat(codec.decode(codec.encode(session))).contains(session);
    }
}
