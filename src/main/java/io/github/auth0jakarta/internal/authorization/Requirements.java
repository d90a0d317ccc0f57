package io.github.auth0jakarta.internal.authorization;

import io.github.auth0jakarta.AccessDeniedException;
import io.github.auth0jakarta.RequiresActor;
import io.github.auth0jakarta.RequiresOrganization;
import io.github.auth0jakarta.RequiresPermission;
import io.github.auth0jakarta.RequiresScope;
import io.github.auth0jakarta.RequiresStepUp;
import io.github.auth0jakarta.internal.caller.Caller;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a caller needs to pass an element, by its annotations; immutable.
 *
 * <p>Checked in this order: what another token or login cannot give at once comes first, the step-up last.
 */
public final class Requirements {
    private static final List<Kind<?>> KINDS = List.of(
            new Kind<>(RequiresActor.class, RequiredActor::of),
            new Kind<>(RequiresOrganization.class, RequiredOrganization::of),
            new Kind<>(RequiresPermission.class, RequiredPermissions::of),
            new Kind<>(RequiresScope.class, RequiredScopes::of),
            new Kind<>(RequiresStepUp.class, RequiredStepUp::of));

    private final List<Requirement> all;

    private record Kind<A extends Annotation>(Class<A> type, Function<A, Requirement> make) {

        @Nullable
        Requirement find(@Nullable Method method, Class<?> owner) {
            A annotation = new AnnotationSearch<>(type).find(method, owner);
            return annotation == null ? null : make.apply(annotation);
        }
    }

    private Requirements(List<Requirement> all) {
        this.all = List.copyOf(all);
    }

    /**
     * Returns those of a method, where each annotation replaces the one of the same type on the class, or of a class alone.
     *
     * @throws IllegalArgumentException where an annotation says what can never be met or nothing at all
     */
    public static Requirements of(@Nullable Method method, Class<?> owner) {
        return of(KINDS.stream(), method, owner);
    }

    /** Returns those that one type of annotation makes. */
    public static Requirements of(Class<? extends Annotation> type, @Nullable Method method, Class<?> owner) {
        return of(KINDS.stream().filter(kind -> kind.type() == type), method, owner);
    }

    private static Requirements of(Stream<Kind<?>> kinds, @Nullable Method method, Class<?> owner) {
        return new Requirements(kinds.map(kind -> kind.find(method, owner))
                .filter(Objects::nonNull)
                .map(Requirement.class::cast)
                .toList());
    }

    /** Returns these and those. */
    Requirements and(Requirements those) {
        List<Requirement> both = new ArrayList<>(all);
        both.addAll(those.all);
        return new Requirements(both);
    }

    /** Returns whether everybody may pass. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Throws {@link AccessDeniedException} for the first that the caller does not meet. */
    void check(Caller caller, Instant now) {
        all.forEach(requirement -> requirement.check(caller, now));
    }

    @Override
    public String toString() {
        return "Requirements" + all;
    }
}
