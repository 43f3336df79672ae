package org.binnacle.review.view.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineDiffTest {

  @Test
  void changedLinesAreShownWithTwoOthersAroundThem() {
    assertThat(LineDiff.of("a\nb\nc\nd\ne\nf\ng\n", "a\nb\nc\nD\ne\nf\ng\n"))
        .extracting(LineDiff.Line::shown)
        .containsExactly("  … 1 line", "  b", "  c", "- d", "+ D", "  e", "  f", "  … 1 line");
  }

  @Test
  void linesThatStayBetweenChangesStay() {
    assertThat(LineDiff.of("a\nb\nc", "A\nb\nC"))
        .extracting(LineDiff.Line::shown)
        .containsExactly("- a", "+ A", "  b", "- c", "+ C");
    assertThat(LineDiff.of("a", "a\nb"))
        .extracting(LineDiff.Line::shown)
        .containsExactly("  a", "+ b");
    assertThat(LineDiff.of("a\nb", ""))
        .extracting(LineDiff.Line::shown)
        .containsExactly("- a", "- b");
  }
}
