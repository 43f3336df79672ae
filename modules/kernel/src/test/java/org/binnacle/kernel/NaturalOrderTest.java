package org.binnacle.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
  private static List<String> sorted(String... names) {
    var all = new ArrayList<>(List.of(names));
    Collections.shuffle(all, new Random(7));
    all.sort(NaturalOrder.OF_NAMES);
    return all;
  }

  @Test
  void digitsCountAsTheNumberThatTheyAre() {
    assertThat(sorted("db-1", "db-2", "db-10", "db-10b", "db-11", "db-100"))
        .containsExactly("db-1", "db-2", "db-10", "db-10b", "db-11", "db-100");
    assertThat(sorted("10.0.4.9:3306", "10.0.4.10:3306", "10.0.12.1:3306"))
        .containsExactly("10.0.4.9:3306", "10.0.4.10:3306", "10.0.12.1:3306");
  }

  @Test
  void caseDoesNotCountAndTheShorterIsFirst() {
    assertThat(sorted("Alpha", "alpha-2", "beta", "BETA2"))
        .containsExactly("Alpha", "alpha-2", "beta", "BETA2");
    assertThat(sorted("", "a", "B", "c")).containsExactly("", "a", "B", "c");
    assertThat(NaturalOrder.OF_NAMES.compare("Shop", "sHOP")).isZero();
  }

  @Test
  void numbersOfAnyLengthAndZeros() {
    assertThat(sorted("a6", "a007", "a7", "a8")).containsExactly("a6", "a007", "a7", "a8");
    assertThat(sorted("a1", "a000", "a0")).containsExactly("a0", "a000", "a1");
    assertThat(NaturalOrder.OF_NAMES.compare("a99999999999999999999", "a100000000000000000000"))
        .isNegative();
    assertThat(NaturalOrder.OF_NAMES.compare("a1", "ab")).isNegative();
  }

  @Test
  void isAnOrder() {
    var random = new Random(11);
    String letters = "aA0129-b.";
    for (int round = 0; round < 2_000; round++) {
      String[] names = new String[3];
      for (int i = 0; i < 3; i++) {
        var text = new StringBuilder();
        for (int n = random.nextInt(6); n > 0; n--) {
          text.append(letters.charAt(random.nextInt(letters.length())));
        }
        names[i] = text.toString();
      }
      int ab = NaturalOrder.OF_NAMES.compare(names[0], names[1]);
      int bc = NaturalOrder.OF_NAMES.compare(names[1], names[2]);
      assertThat(NaturalOrder.OF_NAMES.compare(names[1], names[0]))
          .satisfies(ba -> assertThat(Integer.signum(ba)).isEqualTo(-Integer.signum(ab)));
      if (ab <= 0 && bc <= 0) {
        assertThat(NaturalOrder.OF_NAMES.compare(names[0], names[2]))
            .as("%s, %s, %s", (Object[]) names)
            .isLessThanOrEqualTo(0);
      }
    }
  }
}
