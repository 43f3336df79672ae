package org.binnacle.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Server;

/// Targets of which each is an instance, or a selector of the inventory for several of them.
final class TargetList {
  /// What is said of such a parameter.
  static final String WORDS =
      "Names of the inventory, mysql://user@host:port, or a selector such as cluster:shop.";

  private static final Pattern SELECTOR =
      Pattern.compile("(cluster|business|environment|env|tag|role|name):\\S.*");

  private TargetList() {}

  /// Each server once, in the order in which they are named.
  ///
  /// @throws Fault where a target is unknown or a selector chooses nothing
  static List<Server> of(Call call, List<String> targets) {
    Map<String, Server> found = new LinkedHashMap<>();
    for (String target : targets) {
      if (SELECTOR.matcher(target).matches()) {
        selected(call, target).forEach(server -> found.putIfAbsent(server.id(), server));
      } else {
        Server server = call.target(target);
        found.putIfAbsent(server.id(), server);
      }
    }
    return List.copyOf(found.values());
  }

  private static List<Server> selected(Call call, String selector) {
    Predicate<String> chosen = call.house().fleet().select(selector);
    List<Server> servers =
        call.house().fleet().servers().stream().filter(one -> chosen.test(one.id())).toList();
    if (servers.isEmpty()) {
      throw new Fault(CliFaults.USAGE, "no instance of the inventory is chosen by " + selector);
    }
    return servers;
  }
}
