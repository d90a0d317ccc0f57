package io.github.auth0jakarta.tenant;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The members of a JSON object as they are read; what is wrong about any of them, or not known, is refused at the end, all at once.
 */
final class CheckedMembers {

    private final Map<String, Object> members;
    private final Set<String> known = new HashSet<>();
    private final List<Map<String, String>> faults = new ArrayList<>();

    CheckedMembers(Map<String, Object> members) {
        this.members = members;
    }

    /** Returns a text that has to be there. */
    String text(String name) {
        known.add(name);
        if (members.get(name) instanceof String text && !text.isBlank()) {
            return text;
        }
        refuse(name, members.containsKey(name) ? "has to be a text" : "is required");
        return "";
    }

    /** Returns a list of texts, empty where there is none. */
    Set<String> texts(String name) {
        known.add(name);
        Set<String> texts = new LinkedHashSet<>();
        if (members.get(name) instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            list.forEach(text -> texts.add((String) text));
        } else if (members.containsKey(name)) {
            refuse(name, "has to be a list of texts");
        }
        return texts;
    }

    /** Checks an object of texts, which may be missing. */
    void optionalObject(String name) {
        known.add(name);
        boolean good = members.get(name) instanceof Map<?, ?> object
                && object.values().stream().allMatch(String.class::isInstance);
        if (members.containsKey(name) && !good) {
            refuse(name, "has to be an object of texts");
        }
    }

    /** Notes what is wrong about a member. */
    void refuse(String name, String detail) {
        Map<String, String> fault = new LinkedHashMap<>();
        fault.put("detail", name + " " + detail);
        fault.put("field", name);
        fault.put("pointer", "/" + name);
        fault.put("source", "body");
        faults.add(fault);
    }

    /** Notes what is wrong about a member unless this holds. */
    void require(boolean holds, String name, String detail) {
        if (!holds) {
            refuse(name, detail);
        }
    }

    /** Refuses the request where anything was wrong. */
    void check() {
        members.keySet().stream().filter(name -> !known.contains(name)).forEach(name -> refuse(name, "is not known"));
        if (!faults.isEmpty()) {
            throw new InvalidMembers(faults);
        }
    }
}
