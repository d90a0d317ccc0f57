package io.github.auth0jakarta.testing;

import jakarta.enterprise.inject.Instance;
import java.lang.annotation.Annotation;

/** The beans of an application that has exactly one. */
public final class OneBean extends NoBeans {
    private final Class<?> type;
    private final Object bean;

    private OneBean(Class<?> type, Object bean) {
        this.type = type;
        this.bean = bean;
    }

    /** Has {@code CDI.current()} return it. */
    public static <T> void install(Class<T> type, T bean) {
        OneBean one = new OneBean(type, bean);
        setCDIProvider(() -> one);
    }

    @Override
    public <U> Instance<U> select(Class<U> subtype, Annotation... qualifiers) {
        if (subtype != type) {
            return super.select(subtype, qualifiers);
        }
        @SuppressWarnings("unchecked") // of this type
        Instance<U> found =
                Fakes.of(Instance.class, (called, arguments) -> called.getName().equals("get") ? bean : (Object) false);
        return found;
    }
}
