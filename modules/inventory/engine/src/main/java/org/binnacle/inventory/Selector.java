package org.binnacle.inventory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.binnacle.kernel.Fault;

/// Which instances are meant: `tag:shop -role:backup env:production,staging eu "order db"`.
///
/// Terms are separated by blanks and all must hold. A word is looked for in every field that a user
/// reads. `field:value` compares one field, ignoring case; `,` separates alternatives, `*` stands
/// for any text, an empty value for "not set". `tag:shop` also fits `shop=eu`. `-` before a term
/// turns it round. The whole inventory is meant by an empty text.
public final class Selector implements Predicate<Instance> {
  private static final Pattern TERM =
      Pattern.compile(
          "(?<not>-?)(?:(?<field>[A-Za-z][A-Za-z-]*):)?(?:\"(?<quoted>[^\"]*)\"|(?<plain>\\S*))");
  private static final List<Field> READ =
      List.of(
          Field.NAME,
          Field.HOST,
          Field.PORT,
          Field.USER,
          Field.ENVIRONMENT,
          Field.CLUSTER,
          Field.BUSINESS,
          Field.REGION,
          Field.ROLE,
          Field.TAGS,
          Field.NOTE);
  private final List<Predicate<Instance>> terms;

  private Selector(List<Predicate<Instance>> terms) {
    this.terms = List.copyOf(terms);
  }

  /// @throws Fault with {@link InventoryFaults#SELECTOR} where a term names no field
  public static Selector parse(String text) {
    var terms = new ArrayList<Predicate<Instance>>();
    Matcher matcher = TERM.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
        continue;
      }
      matcher.region(at, text.length());
      if (!matcher.lookingAt() || matcher.end() == at) {
        throw new Fault(InventoryFaults.SELECTOR, text.substring(at));
      }
      terms.add(term(matcher));
      at = matcher.end();
    }
    return new Selector(terms);
  }

  @Override
  public boolean test(Instance instance) {
    for (Predicate<Instance> term : terms) {
      if (!term.test(instance)) {
        return false;
      }
    }
    return true;
  }

  private static Predicate<Instance> term(Matcher matcher) {
    String value =
        matcher.group("quoted") != null ? matcher.group("quoted") : matcher.group("plain");
    String key = matcher.group("field");
    Predicate<Instance> term;
    if (key == null) {
      term = word(value);
    } else if (Field.of(key).isPresent()) {
      term = field(Field.of(key).get(), value);
    } else if (value.matches("[0-9]*")) {
      term = word(key + ":" + value); // db1:3306 is an address, not a field
    } else {
      throw new Fault(
          InventoryFaults.SELECTOR,
          key
              + ": (fields: "
              + String.join(", ", Arrays.stream(Field.values()).map(Field::key).toList())
              + ")");
    }
    return matcher.group("not").isEmpty() ? term : term.negate();
  }

  private static Predicate<Instance> word(String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return instance -> {
      for (Field field : READ) {
        if (field.of(instance).toLowerCase(Locale.ROOT).contains(wanted)) {
          return true;
        }
      }
      return instance.address().toLowerCase(Locale.ROOT).contains(wanted);
    };
  }

  private static Predicate<Instance> field(Field field, String value) {
    List<Predicate<String>> alternatives =
        Arrays.stream(value.split(",", -1)).map(Selector::glob).toList();
    if (field == Field.TAGS) {
      return instance ->
          (instance.tags().isEmpty() && value.isEmpty())
              || instance.tags().stream()
                  .anyMatch(
                      tag ->
                          alternatives.stream()
                              .anyMatch(a -> a.test(tag) || a.test(Grouping.tagKey(tag))));
    }
    return instance ->
        alternatives.stream().anyMatch(alternative -> alternative.test(field.of(instance)));
  }

  private static Predicate<String> glob(String value) {
    if (value.indexOf('*') < 0) {
      return value::equalsIgnoreCase;
    }
    Pattern pattern =
        Pattern.compile(
            String.join(".*", Arrays.stream(value.split("\\*+", -1)).map(Pattern::quote).toList()),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    return text -> pattern.matcher(text).matches();
  }
}
