package org.binnacle.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class WindowPlaceTest {
  private static final List<Rectangle2D> SCREENS = List.of(new Rectangle2D(0, 0, 1920, 1080));

  @Test
  void aPlaceOnAScreenStays() {
    var place = new WindowPlace(100, 50, 1360, 860, false);
    assertThat(place.on(SCREENS)).isEqualTo(place);
    assertThat(WindowPlace.read(place.write())).contains(place);
  }

  @Test
  void aWindowOfAScreenThatIsGoneComesToTheFirst() {
    assertThat(new WindowPlace(2500, 200, 1360, 860, false).on(SCREENS))
        .isEqualTo(new WindowPlace(0, 0, 1360, 860, false));
    assertThat(new WindowPlace(2500, 200, 5000, 3000, true).on(SCREENS))
        .isEqualTo(new WindowPlace(0, 0, 1920, 1080, true));
  }

  @Test
  void textThatIsNoPlaceIsNone() {
    assertThat(WindowPlace.read("1,2,three,4,true")).isEmpty();
    assertThat(WindowPlace.read("")).isEmpty();
  }
}
