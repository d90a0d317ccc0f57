package io.github.auth0jakarta.benchmarks;

import java.util.List;

/**
 * A piece of work of ours beside the same work of another, measured in the same run.
 *
 * @param ours the benchmark of our work
 * @param other the benchmark of the other
 * @param goal the least throughput that ours must have, as a multiple of the other's; 0 where there is no goal
 * @param mostBytes the most that ours may allocate; 0 where there is no limit
 */
record Comparison(String work, String ours, String beside, String other, double goal, double mostBytes) {

    private static final String FLOOR = "floor";
    private static final String NIMBUS = "Nimbus JWE";
    private static final String JAVA_JWT = "java-jwt";
    private static final String SMALLRYE = "SmallRye JWT";
    private static final int KIB = 1024;
    /** Later Javas are twice as fast at elliptic curves themselves. */
    private static final double FAST_PROOF = Runtime.version().feature() == 17 ? 12 : 0;

    static final List<Comparison> ALL = List.of(
            new Comparison("Open a session cookie", "open", FLOOR, "openFloor", 0.75),
            new Comparison("", "open", NIMBUS, "openNimbus", 6),
            new Comparison("Seal a session cookie", "seal", FLOOR, "sealFloor", 0.80),
            new Comparison("", "seal", NIMBUS, "sealNimbus", 5),
            new Comparison("Restore a session", "restore", FLOOR, "restoreFloor", 0),
            new Comparison("Check a `returnTo`", "returnTo", FLOOR, "returnToFloor", 0),
            new Comparison("Verify an access token", "verify", FLOOR, "verifyFloor", 0.88, 18 * KIB),
            new Comparison("", "verify", "Nimbus processor", "verifyNimbus", 1.2),
            new Comparison("", "verify", JAVA_JWT, "verifyJavaJwt", 0),
            new Comparison("", "verify", SMALLRYE, "verifySmallRye", 0),
            new Comparison("with a fast provider", "verifyFastProvider", FLOOR, "verifyFloor", 0),
            new Comparison("Verify it again", "verifyAgain", JAVA_JWT, "verifyJavaJwt", 25, 2.6 * KIB),
            new Comparison("", "verifyAgain", "Nimbus processor", "verifyNimbus", 25),
            new Comparison("", "verifyAgain", SMALLRYE, "verifySmallRye", 25),
            new Comparison("Take a proof of possession", "proof", FLOOR, "proofFloor", 0.92),
            new Comparison("with a fast provider", "proofFastProvider", FLOOR, "proofFloor", FAST_PROOF));

    Comparison(String work, String ours, String beside, String other, double goal) {
        this(work, ours, beside, other, goal, 0);
    }
}
