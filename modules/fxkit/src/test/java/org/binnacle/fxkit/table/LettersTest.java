package org.binnacle.fxkit.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import javafx.scene.control.OverrunStyle;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.binnacle.testkit.Screen;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("screen")
class LettersTest {
  private static final List<Font> FONTS =
      List.of(
          Font.font("System", 13),
          Font.font("System", FontWeight.BOLD, 15),
          Font.font("Monospaced", 13));

  @BeforeAll
  static void start() {
    Screen.start();
  }

  @Test
  void theSumOfTheLettersIsTheWidthOfTheLaidOutText() {
    List<String> texts =
        List.of(
            "",
            "UPDATE stock SET qty = qty - 1 WHERE sku = 'A-7' /* AVAToTe */",
            "Überfällige Zahlung – 12 €…",
            "ждёт блокировки",
            "等待元数据锁 →",
            "שלום עולם",
            "e\u0301a\u0308 flagge \uD83D\uDEA9 5");
    for (Font font : FONTS) {
      for (String text : texts) {
        double laidOut =
            Screen.get(
                () -> {
                  var node = new Text(text);
                  node.setFont(font);
                  return node.getLayoutBounds().getWidth();
                });
        assertThat(Screen.get(() -> new Letters(font).width(text)))
            .as(text + " in " + font)
            .isCloseTo(laidOut, within(0.05));
      }
    }
  }

  @Test
  void aTextIsCutAtTheEndThatTellsLeastAndFillsItsRoom() {
    Screen.run(
        () -> {
          var mono = new Letters(Font.font("Monospaced", 13));
          double one = mono.width("0");
          String text = "0123456789";
          assertThat(mono.cut(text, one * 10, OverrunStyle.ELLIPSIS)).isSameAs(text);
          double room = one * 6 + mono.width("…") + 0.1;
          assertThat(mono.cut(text, room, OverrunStyle.ELLIPSIS)).isEqualTo("012345…");
          assertThat(mono.cut(text, room, OverrunStyle.LEADING_ELLIPSIS)).isEqualTo("…456789");
          assertThat(mono.cut(text, room, OverrunStyle.CENTER_ELLIPSIS)).isEqualTo("012…789");
          assertThat(mono.cut(text, 1, OverrunStyle.ELLIPSIS)).isEmpty();
        });
  }

  @Test
  void aLetterOfTwoHalvesIsNeverTorn() {
    Screen.run(
        () -> {
          var letters = new Letters(Font.font("System", 13));
          String flags = "\uD83D\uDEA9".repeat(8);
          for (double room = 0; room < letters.width(flags); room += 3) {
            for (OverrunStyle how :
                List.of(
                    OverrunStyle.ELLIPSIS,
                    OverrunStyle.LEADING_ELLIPSIS,
                    OverrunStyle.CENTER_ELLIPSIS)) {
              String cut = letters.cut(flags, room, how).replace("…", "");
              assertThat(cut.replace("\uD83D\uDEA9", "")).as(how + " in " + room).isEmpty();
            }
          }
        });
  }
}
