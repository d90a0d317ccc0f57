package io.github.auth0jakarta.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class JsonValuesTest {

    @Test
    void whatIsReadBecomesTheSameText() throws MalformedJsonException {
        String text =
                "{\"text\":\"a\",\"number\":1,\"decimal\":1.5,\"flag\":true,\"none\":null,\"list\":[1,[\"b\"]],\"object\":{\"c\":false}}";
        assertThat(JsonValues.of(new StrictJson().readObject(text)).toString()).isEqualTo(text);
    }

    @Test
    void setBecomesAnArray() {
        assertThat(JsonValues.of(Set.of("a")).toString()).isEqualTo("[\"a\"]");
    }

    @Test
    void valueOfAnotherTypeIsNull() {
        assertThat(JsonValues.of("a", JsonString.class)).isInstanceOf(JsonString.class);
        assertThat(JsonValues.of("a", JsonValue.class)).isInstanceOf(JsonString.class);
        assertThat(JsonValues.of(1L, JsonNumber.class)).isInstanceOf(JsonNumber.class);
        assertThat(JsonValues.of("a", JsonArray.class)).isNull();
    }

    @Test
    void whatIsNeverReadIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> JsonValues.of(new AtomicBoolean()));
    }
}
