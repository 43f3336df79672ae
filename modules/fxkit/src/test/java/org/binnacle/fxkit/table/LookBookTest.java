package org.binnacle.fxkit.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.binnacle.testkit.Screen;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("screen")
class LookBookTest {

  @BeforeAll
  static void start() {
    Screen.start();
  }

  /// As where it is asked for in the middle of a pass of the sheets, which dresses nothing else.
  @ParameterizedTest
  @ValueSource(
      strings = {"mdi2a-alert-outline", "mdi2d-database", "mdi2l-lock-clock", "mdi2t-timer-sand"})
  void anIconHasTheFontOfIconsAlsoWhereNoSheetHasDressedIt(String literal) {
    var font = Screen.get(() -> new LookBook(() -> {}).glyph(literal, 14).letters().font());
    assertThat(font.getFamily()).startsWith("Material Design Icons");
    assertThat(font.getSize()).isEqualTo(14);
  }
}
