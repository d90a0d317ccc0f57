package io.github.auth0jakarta.benchmarks;

import java.util.List;

/**
 * A piece of work of ours beside the same work of another, measured in the same run.
 *
 * @param ours the benchmark of our work
 * @param other the benchmark of the other
 * @param goal the least throughput that ours must have, as a multiple of the other's; 0 where there is no goal
 */
record Comparison(String work, String ours, String beside, String other, double goal) {

    private static final String FLOOR = "floor";
    private static final String NIMBUS = "Nimbus JWE";

    static final List<Comparison> ALL = List.of(
            new Comparison("Open a session cookie", "open", FLOOR, "openFloor", 0.75),
            new Comparison("", "open", NIMBUS, "openNimbus", 6),
            new Comparison("Seal a session cookie", "seal", FLOOR, "sealFloor", 0.80),
            new Comparison("", "seal", NIMBUS, "sealNimbus", 5),
            new Comparison("Restore a session", "restore", FLOOR, "restoreFloor", 0),
            new Comparison("Check a `returnTo`", "returnTo", FLOOR, "returnToFloor", 0),
            new Comparison("Take a proof of possession", "proof", FLOOR, "proofFloor", 0.92),
            new Comparison("with a fast provider", "proofFastProvider", FLOOR, "proofFloor", 0));
}
