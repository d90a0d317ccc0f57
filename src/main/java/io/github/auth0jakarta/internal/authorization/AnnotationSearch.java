package io.github.auth0jakarta.internal.authorization;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the annotation of one type that counts: a method's own, else that of a method which it overrides or implements, else its
 * class's, else that of a superclass or an interface.
 *
 * <p>An annotation also counts where it stands on another annotation, as with stereotypes. Whatever somebody may have meant as a
 * protection is one: to pass over an annotation would open what it stands on.
 */
final class AnnotationSearch<A extends Annotation> {
    private final Class<A> type;

    AnnotationSearch(Class<A> type) {
        this.type = type;
    }

    /**
     * Returns the annotation that counts, null where there is none.
     *
     * @param method null for the class alone
     */
    @Nullable
    A find(@Nullable Method method, Class<?> owner) {
        List<Class<?>> types = hierarchy(owner);
        A found = method == null ? null : onMethod(method, types);
        return found == null ? onTypes(types) : found;
    }

    private @Nullable A onMethod(Method method, List<Class<?>> types) {
        A found = on(method, new HashSet<>());
        for (int i = 0; found == null && i < types.size(); i++) {
            for (Method candidate : types.get(i).getDeclaredMethods()) {
                if (found == null && isOverridden(candidate, method)) {
                    found = on(candidate, new HashSet<>());
                }
            }
        }
        return found;
    }

    private @Nullable A onTypes(List<Class<?>> types) {
        A found = null;
        for (int i = 0; found == null && i < types.size(); i++) {
            found = on(types.get(i), new HashSet<>());
        }
        return found;
    }

    private @Nullable A on(AnnotatedElement element, Set<Class<?>> seen) {
        A found = element.getAnnotation(type);
        for (Annotation annotation : element.getAnnotations()) {
            if (found == null && seen.add(annotation.annotationType())) {
                found = on(annotation.annotationType(), seen);
            }
        }
        return found;
    }

    /** Parameters may be wider, because a type variable shows as its bound. */
    private static boolean isOverridden(Method candidate, Method method) {
        Class<?>[] wide = candidate.getParameterTypes();
        Class<?>[] narrow = method.getParameterTypes();
        boolean same = candidate.getName().equals(method.getName())
                && wide.length == narrow.length
                && (candidate.getModifiers() & (Modifier.PRIVATE | Modifier.STATIC)) == 0;
        for (int i = 0; same && i < wide.length; i++) {
            same = wide[i].isAssignableFrom(narrow[i]);
        }
        return same;
    }

    /** The class, its superclasses, then all interfaces. */
    private static List<Class<?>> hierarchy(Class<?> owner) {
        List<Class<?>> types = new ArrayList<>();
        for (Class<?> type = owner; type != null && type != Object.class; type = type.getSuperclass()) {
            types.add(type);
        }
        for (int i = 0; i < types.size(); i++) {
            for (Class<?> implemented : types.get(i).getInterfaces()) {
                if (!types.contains(implemented)) {
                    types.add(implemented);
                }
            }
        }
        return types;
    }
}
