package org.binnacle.inventory.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.binnacle.inventory.Field;
import org.binnacle.inventory.Instance;
import org.binnacle.inventory.InstanceDraft;
import org.binnacle.inventory.Inventory;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Words;

/// Finds out what each connection of a file means for the inventory. The same account on the same
/// address is the same instance; among several of them the name decides.
final class Matcher {
  private final Inventory inventory;
  private final Set<String> environments;
  private final Words words = new Words();
  private final Map<String, List<Instance>> byAccount = new HashMap<>();
  private final Map<String, String> seenNames = new HashMap<>();
  private final Map<String, String> seenAccounts = new HashMap<>();

  /// @param environments names in lower case: the inventory's and those that come with the file
  Matcher(Inventory inventory, Set<String> environments) {
    this.inventory = inventory;
    this.environments = environments;
    for (Instance instance : inventory.instances()) {
      byAccount.computeIfAbsent(account(instance), key -> new ArrayList<>()).add(instance);
    }
  }

  Proposal propose(Found found) {
    Instance candidate;
    try {
      candidate = found.draft().build();
    } catch (Fault fault) {
      return unreadable(found, fault);
    }
    List<Instance> sameAccount = byAccount.getOrDefault(account(candidate), List.of());
    Optional<Instance> match =
        sameAccount.stream()
            .filter(known -> known.name().equalsIgnoreCase(candidate.name()))
            .findFirst()
            .or(() -> sameAccount.stream().findFirst());
    return match.isPresent() ? present(found, match.get()) : absent(found, candidate);
  }

  private Proposal present(Found found, Instance present) {
    InstanceDraft draft = present.draft();
    for (Field field : found.known()) {
      if (field != Field.NAME || found.named()) {
        draft.set(field, found.draft().get(field));
      }
    }
    Instance merged;
    try {
      merged = draft.build();
    } catch (Fault fault) {
      return unreadable(found, fault);
    }
    if (merged.equals(present)) {
      return proposal(Proposal.Kind.SAME, found, present, Optional.of(present), List.of());
    }
    var reasons = new ArrayList<>(against(merged, found));
    if (!reasons.isEmpty()) {
      return conflict(found, merged, Optional.of(present), reasons);
    }
    for (Field field : Field.values()) {
      if (!field.of(merged).equals(field.of(present))) {
        reasons.add(
            field.key() + ": " + shown(field.of(present)) + " -> " + shown(field.of(merged)));
      }
    }
    return proposal(Proposal.Kind.CHANGED, found, merged, Optional.of(present), reasons);
  }

  private Proposal absent(Found found, Instance candidate) {
    Instance named = candidate;
    if (!found.named() && taken(candidate.name())) {
      named =
          candidate
              .draft()
              .set(
                  Field.NAME, candidate.name() + " " + candidate.user() + "@" + candidate.address())
              .build();
    }
    Optional<Instance> holder = inventory.named(named.name());
    if (holder.isPresent()) {
      return conflict(
          found,
          named,
          holder,
          List.of("the name is taken by " + holder.get().user() + "@" + holder.get().address()));
    }
    List<String> reasons = against(named, found);
    return reasons.isEmpty()
        ? proposal(Proposal.Kind.NEW, found, named, Optional.empty(), List.of())
        : conflict(found, named, Optional.empty(), reasons);
  }

  private boolean taken(String name) {
    return inventory.named(name).isPresent() || seenNames.containsKey(lower(name));
  }

  /// What stands against keeping an instance; remembers it for the rest of the file.
  private List<String> against(Instance instance, Found found) {
    var reasons = new ArrayList<String>();
    inventory
        .check(instance)
        .forEach(
            (field, fault) -> {
              boolean comesAlong =
                  field == Field.ENVIRONMENT
                      && environments.contains(lower(instance.environment()));
              if (!comesAlong) {
                reasons.add(words.of(fault).happened());
              }
            });
    String earlier = seenNames.putIfAbsent(lower(instance.name()), found.where());
    if (earlier != null) {
      reasons.add("the name stands already in " + earlier);
    }
    earlier = seenAccounts.putIfAbsent(account(instance), found.where());
    if (earlier != null) {
      reasons.add("the same account stands already in " + earlier);
    }
    return reasons;
  }

  private Proposal unreadable(Found found, Fault fault) {
    Instance shell =
        new InstanceDraft()
            .set(Field.NAME, found.draft().get(Field.NAME))
            .set(Field.HOST, found.draft().get(Field.HOST))
            .set(Field.USER, found.draft().get(Field.USER))
            .build();
    return conflict(found, shell, Optional.empty(), List.of(words.of(fault).happened()));
  }

  private static Proposal conflict(
      Found found, Instance instance, Optional<Instance> present, List<String> reasons) {
    return proposal(Proposal.Kind.CONFLICTING, found, instance, present, reasons);
  }

  private static Proposal proposal(
      Proposal.Kind kind,
      Found found,
      Instance instance,
      Optional<Instance> present,
      List<String> reasons) {
    return new Proposal(kind, instance, present, reasons, found.password(), found.where());
  }

  /// The tunnel belongs to it: many servers are localhost:3306 behind theirs.
  private static String account(Instance instance) {
    return instance.user()
        + "@"
        + lower(instance.address())
        + " "
        + lower(Field.TUNNEL_HOST.of(instance));
  }

  private static String shown(String text) {
    return text.isEmpty() ? "(none)" : text;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
