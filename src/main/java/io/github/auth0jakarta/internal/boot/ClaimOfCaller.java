package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.internal.json.JsonValues;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claim;
import org.eclipse.microprofile.jwt.ClaimValue;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * One claim of whoever is the caller, in the type that an injection point wants.
 *
 * @param name the name of the claim
 * @param type what the injection point wants
 */
record ClaimOfCaller(String name, Type type) {

    static ClaimOfCaller of(InjectionPoint point) {
        Claim claim = claim(point)
                .orElseThrow(() -> new IllegalArgumentException("an injection point without the qualifier Claim"));
        return new ClaimOfCaller(name(claim), point.getType());
    }

    /** Returns the qualifier; empty where the injection point has none. */
    static Optional<Claim> claim(InjectionPoint point) {
        return point.getQualifiers().stream()
                .filter(Claim.class::isInstance)
                .map(Claim.class::cast)
                .findFirst();
    }

    private static String name(Claim claim) {
        return claim.standard() == Claims.UNKNOWN
                ? claim.value()
                : claim.standard().name();
    }

    /** Returns the claim; null where there is none, or one of another type. */
    <T> @Nullable T as(Class<T> wanted) {
        return wanted.cast(convert(wanted));
    }

    /** Returns the elements of a claim that is a text or a list of texts; null where there is none. */
    @Nullable
    Set<String> asTexts() {
        Object value = raw();
        if (value instanceof String one) {
            return Set.of(one);
        }
        if (value instanceof Collection<?> several && several.stream().allMatch(String.class::isInstance)) {
            Set<String> texts = new LinkedHashSet<>();
            several.forEach(element -> texts.add((String) element));
            return texts;
        }
        return null;
    }

    /** Returns the claim as the injection point's type says, where that is an {@code Optional}. */
    Optional<?> value() {
        return Optional.ofNullable(convert(argument()));
    }

    /** Returns a value that looks at the caller each time it is asked, so that it may outlive a request. */
    ClaimValue<Object> lasting() {
        return new LastingValue(new ClaimOfCaller(name, argument()));
    }

    private @Nullable Object convert(Type wanted) {
        if (wanted instanceof ParameterizedType parameterized) {
            Type whole = parameterized.getRawType();
            return whole == Optional.class ? new ClaimOfCaller(name, wanted).value() : asTexts();
        }
        Object value = raw();
        if (wanted == Long.class) {
            return value instanceof Number number ? (Object) number.longValue() : null;
        }
        if (wanted instanceof Class<?> known && JsonValues.isType(known)) {
            return value == null ? null : JsonValues.of(value, known);
        }
        return wanted instanceof Class<?> known && known.isInstance(value) ? value : null;
    }

    private @Nullable Object raw() {
        return CDI.current().select(JsonWebToken.class).get().getClaim(name);
    }

    /** A wrapper without argument wants the claim as it is. */
    private Type argument() {
        return type instanceof ParameterizedType wrapper ? wrapper.getActualTypeArguments()[0] : Object.class;
    }

    /** Says nothing about the value. */
    @Override
    public String toString() {
        return "ClaimOfCaller[" + name + "]";
    }

    private record LastingValue(ClaimOfCaller claim) implements ClaimValue<Object> {
        @Override
        public String getName() {
            return claim.name();
        }

        @Override
        @SuppressWarnings("NullAway") // an API that is not annotated: a claim that is not there is null
        public @Nullable Object getValue() {
            return claim.convert(claim.type());
        }
    }
}
