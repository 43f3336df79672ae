package org.binnacle.app.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.binnacle.testkit.MemorySettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NumberMarksTest {
  private final Locale before = Locale.getDefault(Locale.Category.FORMAT);

  @BeforeEach
  void english() {
    Locale.setDefault(Locale.Category.FORMAT, Locale.US);
  }

  @AfterEach
  void back() {
    Locale.setDefault(Locale.Category.FORMAT, before);
  }

  @Test
  void numbersAreWrittenWithTheMarksThatWereChosen() {
    var settings = new MemorySettings();
    NumberMarks.apply(settings);
    assertThat("%,d".formatted(1_234)).isEqualTo("1,234");
    settings.put("numbers.language", "system");
    NumberMarks.apply(settings);
    assertThat("%,d".formatted(1_234)).isEqualTo("1,234");
    settings.put("numbers.language", "de");
    NumberMarks.apply(settings);
    assertThat("%,d".formatted(1_234)).isEqualTo("1.234");
  }
}
