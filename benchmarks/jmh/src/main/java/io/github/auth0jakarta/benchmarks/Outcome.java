package io.github.auth0jakarta.benchmarks;

import java.util.Locale;

/**
 * What came out of a comparison.
 *
 * @param ours the cost of our work
 * @param other the cost of the other's
 */
record Outcome(Comparison comparison, Measured ours, Measured other) {

    static final String TABLE_HEAD = """
            | | ns | bytes | beside | ns | bytes | ratio | goal |
            |---|--:|--:|---|--:|--:|--:|--:|""";

    /** Returns how often our work is done in the time of the other's. */
    double ratio() {
        return other.nanoseconds() / ours.nanoseconds();
    }

    boolean isMissed() {
        return ratio() < comparison.goal() || isTooLarge();
    }

    private boolean isTooLarge() {
        return comparison.mostBytes() > 0 && ours.bytes() > comparison.mostBytes();
    }

    /** Returns the row of the table, in Markdown. */
    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %,.0f | %s | %,.0f | %,.0f | %.2f | %s |",
                comparison.work(),
                ours.nanoseconds(),
                ours.bytes(),
                comparison.beside(),
                other.nanoseconds(),
                other.bytes(),
                ratio(),
                goal());
    }

    private String goal() {
        if (comparison.goal() == 0) {
            return "";
        }
        String bytes =
                comparison.mostBytes() == 0 ? "" : String.format(Locale.ROOT, ", %,.0f B", comparison.mostBytes());
        return String.format(Locale.ROOT, "%.2f%s%s", comparison.goal(), bytes, isMissed() ? " missed" : "");
    }
}
