package org.binnacle.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.NaturalOrder;

/// What instances are put together by: a field, or the values of one tag key.
///
/// @param key a field's key such as `cluster`, or `tag:owner`
public record Grouping(String key, Function<Instance, List<String>> values) {

  /// The members of one group; the name is empty for those where the field is not set.
  public record Group(String name, List<Instance> instances) {
    public Group {
      instances = List.copyOf(instances);
    }
  }

  /// By a field; an instance with several tags stands in the group of each.
  public static Grouping by(Field field) {
    if (field == Field.TAGS) {
      return new Grouping("tags", instance -> orNone(instance.tags()));
    }
    return new Grouping(field.key(), instance -> List.of(field.of(instance)));
  }

  /// By the values of `owner=...` where the key is `owner`.
  public static Grouping byTag(String key) {
    return new Grouping(
        "tag:" + key,
        instance ->
            orNone(
                instance.tags().stream()
                    .filter(tag -> tagKey(tag).equalsIgnoreCase(key))
                    .map(tag -> tag.substring(Math.min(tag.length(), key.length() + 1)))
                    .toList()));
  }

  /// @param text a field's key (`cluster`, `env`, `tags`) or `tag:owner`
  /// @throws Fault with {@link InventoryFaults#FIELD}
  public static Grouping parse(String text) {
    if (text.startsWith("tag:") && text.length() > 4) {
      return byTag(text.substring(4));
    }
    return Field.of(text)
        .map(Grouping::by)
        .orElseThrow(() -> new Fault(InventoryFaults.FIELD, text));
  }

  /// The groups by name as {@link NaturalOrder} has it, the one without a value last.
  public List<Group> group(List<Instance> instances) {
    Map<String, List<Instance>> groups = new TreeMap<>(NaturalOrder.OF_NAMES);
    for (Instance instance : instances) {
      for (String value : values.apply(instance)) {
        groups.computeIfAbsent(value, name -> new ArrayList<>()).add(instance);
      }
    }
    List<Instance> none = groups.remove("");
    var result = new ArrayList<Group>();
    groups.forEach((name, members) -> result.add(new Group(name, members)));
    if (none != null) {
      result.add(new Group("", none));
    }
    return List.copyOf(result);
  }

  static String tagKey(String tag) {
    int equals = tag.indexOf('=');
    return equals < 0 ? tag : tag.substring(0, equals);
  }

  private static List<String> orNone(List<String> values) {
    return values.isEmpty() ? List.of("") : values;
  }
}
