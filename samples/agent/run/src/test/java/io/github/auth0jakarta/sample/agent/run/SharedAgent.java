package io.github.auth0jakarta.sample.agent.run;

import io.github.auth0jakarta.sample.launcher.RunOptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the one running sample to all tests; it is closed after the last of them. */
final class SharedAgent implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunAgent.class;
    }

    @Override
    public RunAgent resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedAgent.class))
                .computeIfAbsent(
                        RunAgent.class, type -> RunAgent.start(RunOptions.ofSystemProperties()), RunAgent.class);
    }
}
