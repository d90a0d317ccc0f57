package io.github.auth0jakarta.docs.examples;

import io.github.auth0jakarta.spi.GroupsMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

// tag::mapper
@ApplicationScoped
public class StaffGroups implements GroupsMapper {

    @Override
    public Set<String> groups(Map<String, Object> claims, Set<String> configured) {
        Set<String> groups = new HashSet<>(configured);
        if ("acme".equals(claims.get("org_name"))) {
            groups.add("staff");
        }
        return groups;
    }
}
// end::mapper
