package io.github.auth0jakarta.testing;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanContainer;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.Collections;
import java.util.Iterator;

/** The beans of an application that has none, and no observers either. */
public class NoBeans extends CDI<Object> {
    NoBeans() {}

    /** Has {@code CDI.current()} return it. */
    public static void install() {
        NoBeans none = new NoBeans();
        setCDIProvider(() -> none);
    }

    @Override
    public BeanManager getBeanManager() {
        return Fakes.of(BeanManager.class, (called, arguments) -> noObservers());
    }

    private static Event<?> noObservers() {
        return Fakes.of(Event.class, (called, arguments) -> null);
    }

    @Override
    public BeanContainer getBeanContainer() {
        return getBeanManager();
    }

    @Override
    public <U> Instance<U> select(Class<U> subtype, Annotation... qualifiers) {
        @SuppressWarnings("unchecked") // it is empty
        Instance<U> nothing =
                Fakes.of(Instance.class, (called, arguments) -> called.getName().equals("isUnsatisfied"));
        return nothing;
    }

    @Override
    public Instance<Object> select(Annotation... qualifiers) {
        return this;
    }

    @Override
    public <U> Instance<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isUnsatisfied() {
        return true;
    }

    @Override
    public boolean isAmbiguous() {
        return false;
    }

    @Override
    public Object get() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void destroy(Object instance) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Handle<Object> getHandle() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Iterable<? extends Handle<Object>> handles() {
        return Collections.emptyList();
    }

    @Override
    public Iterator<Object> iterator() {
        return Collections.emptyIterator();
    }
}
