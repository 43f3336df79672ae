package org.binnacle.diagnosis.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SuggestionsTest {
  private final Suggestions suggestions =
      new Suggestions(
          key ->
              Map.of("user", List.of("app", "etl", "app", "my app"), "db", List.of("shop"))
                  .getOrDefault(key, List.of()),
          Set.of("busy", "backups"));

  private List<String> at(String text) {
    return suggestions.at(text, text.length()).stream().map(Suggestion::insert).toList();
  }

  @Test
  void keysComeWithTheOperatorThatFitsThem() {
    assertThat(at("us")).containsExactly("user:");
    assertThat(at("user:app ti")).containsExactly("time>");
    assertThat(at("-d")).containsExactly("db:", "digest:");
    assertThat(at("")).contains("user:", "is:", "trx>");
  }

  @Test
  void valuesComeFromTheRowsAndAreQuotedWhereNeeded() {
    assertThat(at("user:")).containsExactly("app", "etl", "\"my app\"");
    assertThat(at("user:etl|a")).containsExactly("app", "\"my app\"");
    assertThat(at("schema:s")).containsExactly("shop");
    assertThat(at("is:sl")).containsExactly("sleeping");
    assertThat(at("@b")).containsExactly("@backups", "@busy");
  }

  @Test
  void aSuggestionReplacesOnlyTheWordAtTheCaret() {
    var first = suggestions.at("db:shop user:e", 14).getFirst();
    assertThat(first).isEqualTo(new Suggestion("etl", 13, 14, ""));
  }
}
