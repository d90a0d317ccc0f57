package io.github.auth0jakarta.docs.examples;

import io.github.auth0jakarta.spi.IssuerResolver;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

// tag::resolver
@ApplicationScoped
public class CustomDomains implements IssuerResolver {
    private static final Map<String, String> ISSUERS = Map.of(
            "api.example.com", "https://login.example.com/",
            "api.example.org", "https://login.example.org/");

    @Override
    public Set<String> acceptedIssuers(Question question) {
        Optional<String> issuer = question.uri().map(URI::getHost).map(ISSUERS::get);
        return issuer.map(Set::of).orElseGet(Set::of);
    }
}
// end::resolver
