package io.github.auth0jakarta.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutcomeTest {

    private static Outcome outcome(double goal, double ours, double other) {
        Comparison comparison = new Comparison("Work", "work", "floor", "workFloor", goal);
        return new Outcome(comparison, new Measured(ours, 10), new Measured(other, 20));
    }

    @Test
    void isMissedWhenSlowerThanTheGoalThenTrueAndTheRowSaysSo() {
        Outcome missed = outcome(0.75, 1_000, 740);
        assertThat(missed.isMissed()).isTrue();
        assertThat(missed.row()).isEqualTo("| Work | 1,000 | 10 | floor | 740 | 20 | 0.74 | 0.75 missed |");
    }

    @Test
    void isMissedWhenTooMuchIsAllocatedThenTrueAndTheRowSaysSo() {
        Comparison comparison = new Comparison("Work", "work", "floor", "workFloor", 0.5, 2_000);
        Outcome within = new Outcome(comparison, new Measured(10, 2_000), new Measured(10, 1));
        Outcome beyond = new Outcome(comparison, new Measured(10, 2_001), new Measured(10, 1));

        assertThat(within.isMissed()).isFalse();
        assertThat(within.row()).endsWith("| 1.00 | 0.50, 2,000 B |");
        assertThat(beyond.isMissed()).isTrue();
        assertThat(beyond.row()).endsWith("| 1.00 | 0.50, 2,000 B missed |");
    }

    @Test
    void isMissedWhenTheGoalIsReachedThenFalse() {
        assertThat(outcome(0.75, 1_000, 750).isMissed()).isFalse();
        assertThat(outcome(6, 1_000, 6_001).isMissed()).isFalse();
    }

    @Test
    void isMissedWhenThereIsNoGoalThenFalse() {
        assertThat(outcome(0, 1_000, 1).isMissed()).isFalse();
        assertThat(outcome(0, 1_000, 1).row()).endsWith("| 0.00 |  |");
    }
}
