package org.binnacle.fxkit.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LongTextTest {

  @Test
  void aTextOfShortLinesIsShownAsItIs() {
    LongText text = LongText.fold("a\nb\n", 100, 10);
    assertThat(text.shown()).isEqualTo("a\nb\n");
    assertThat(text.isFolded()).isFalse();
    assertThat(text.toShown(3)).isEqualTo(3);
    assertThat(text.toWhole(3)).isEqualTo(3);
  }

  @Test
  void everyPlaceOfAFoldedTextIsFoundInWhatIsShownAndBack() {
    String whole = "x".repeat(350) + "\n" + "word ".repeat(120) + "\nend";
    LongText text = LongText.fold(whole, 10_000, 200);
    assertThat(text.isFolded()).isTrue();
    for (int i = 0; i < whole.length(); i++) {
      assertThat(text.shown().charAt(text.toShown(i))).isEqualTo(whole.charAt(i));
      assertThat(text.toWhole(text.toShown(i))).isEqualTo(i);
    }
  }
}
