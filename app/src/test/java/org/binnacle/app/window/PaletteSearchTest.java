package org.binnacle.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.binnacle.fxkit.PaletteSource.Entry;
import org.junit.jupiter.api.Test;

class PaletteSearchTest {
  private final PaletteSearch search =
      new PaletteSearch(
          Stream.of("shop-db-01", "shop-db-02", "workshop", "Switch between light and dark")
              .map(title -> new Entry("instance", title, "10.0.0.9 production", "", "", () -> {}))
              .toList());

  @Test
  void wordsThatBeginSoComeBeforeWordsThatHoldIt() {
    assertThat(best("shop")).containsExactly("shop-db-01", "shop-db-02", "workshop");
  }

  @Test
  void lettersInOrderFromTheBeginningOfAWordAreEnough() {
    assertThat(best("sd2")).containsExactly("shop-db-02");
    assertThat(best("light dark")).containsExactly("Switch between light and dark");
    assertThat(best("zz")).isEmpty();
  }

  @Test
  void detailsAreSearchedToo() {
    assertThat(best("10.0.0.9")).hasSize(4);
  }

  @Test
  void withoutAQueryAllAreShownAsTheyCome() {
    assertThat(best("")).startsWith("shop-db-01");
  }

  private List<String> best(String query) {
    return search.best(query, 10).stream().map(Entry::title).toList();
  }
}
