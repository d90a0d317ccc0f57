package io.github.auth0jakarta.it.app;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Calls a method of {@link GuardedBean} by the name that it has in an address. */
@Dependent
public class GuardedCalls {

    @Inject
    private GuardedBean bean;

    String call(String method) {
        return switch (method) {
            case "scope" -> bean.scope();
            case "scopes" -> bean.scopes();
            case "permission" -> bean.permission();
            case "organization" -> bean.organization();
            case "actor" -> bean.actor();
            case "step-up" -> bean.stepUp();
            default -> throw new IllegalArgumentException("the bean has no " + method);
        };
    }
}
