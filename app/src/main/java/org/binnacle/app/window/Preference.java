package org.binnacle.app.window;

import java.util.List;

/// A setting that the user chooses from a few values; kept in the settings under its key. Theme and
/// letters are kept by {@link org.binnacle.fxkit.theme.Themes} and stand on the same page.
///
/// @param key where it is kept
/// @param usual the value where none was chosen
/// @param choices the values that can be chosen
public record Preference(
    String key, String group, String title, String words, String usual, List<Choice> choices) {

  public record Choice(String value, String words) {}

  public Preference {
    choices = List.copyOf(choices);
  }

  /// All of them, in the order of the page.
  public static List<Preference> all() {
    return List.of(
        new Preference(
            "sessions.interval",
            "Watching",
            "Refresh",
            "How often a process list that is opened from now on asks its server.",
            "1000",
            List.of(
                new Choice("500", "every 0.5 s"),
                new Choice("1000", "every second"),
                new Choice("2000", "every 2 s"),
                new Choice("5000", "every 5 s"),
                new Choice("10000", "every 10 s"),
                new Choice("30000", "every 30 s"))),
        new Preference(
            "top-sql.background",
            "Watching",
            "Top SQL in the background",
            "Of how many instances top SQL is kept though nobody looks, a look a minute each; those of"
                + " the strictest environments first.",
            "20",
            List.of(
                new Choice("0", "of none"),
                new Choice("20", "of 20 instances"),
                new Choice("50", "of 50 instances"),
                new Choice("100", "of 100 instances"))),
        new Preference(
            "incident.release",
            "Watching",
            "Triggers fire again",
            "How far a value must go back after a trigger captured, where the trigger gives no value"
                + " of its own; counts for triggers that are kept from now on, and at the next start.",
            "0.9",
            List.of(
                new Choice("0.9", "at 0.9 of the threshold"),
                new Choice("0.8", "at 0.8 of the threshold"),
                new Choice("0.5", "at half of the threshold"),
                new Choice("off", "as long as they hold"))),
        new Preference(
            "numbers.language",
            "Look",
            "Numbers and dates",
            "Whose marks separate thousands; takes effect at the next start.",
            "system",
            List.of(
                new Choice("system", "as the system"),
                new Choice("en", "1,234.5"),
                new Choice("de", "1.234,5"),
                new Choice("fr", "1 234,5"))),
        new Preference(
            "review.authors",
            "Reviews",
            "Authors",
            "Whether kept reviews name who wrote a line.",
            "on",
            List.of(new Choice("on", "are kept"), new Choice("off", "are not kept"))),
        new Preference(
            "review.keep-days",
            "Reviews",
            "Kept for",
            "How long reviews stay for the statistics.",
            "400",
            List.of(
                new Choice("30", "30 days"),
                new Choice("90", "90 days"),
                new Choice("400", "400 days"),
                new Choice("3650", "10 years"))));
  }
}
