package io.github.auth0jakarta.sample.run;

import io.github.auth0jakarta.sample.launcher.RunOptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the one running sample to all tests that change nothing about it; it is closed after the last of them. */
final class SharedSample implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunSample.class;
    }

    @Override
    public RunSample resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedSample.class))
                .computeIfAbsent(
                        RunSample.class, type -> RunSample.start(RunOptions.ofSystemProperties()), RunSample.class);
    }
}
