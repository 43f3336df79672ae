package org.binnacle.inventory.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.binnacle.inventory.Environment;
import org.binnacle.inventory.Instance;
import org.binnacle.inventory.Inventory;
import org.binnacle.inventory.Vault;

/// Brings connections of a file into the inventory: first a preview, then what the user chose of
/// it. Doing it again changes nothing.
public final class Import {
  private final Inventory inventory;

  public Import(Inventory inventory) {
    this.inventory = inventory;
  }

  /// What a file would bring.
  ///
  /// @param environments that the file describes and the inventory does not have; added on apply
  public record Preview(List<Proposal> proposals, List<Environment> environments) {
    public Preview {
      proposals = List.copyOf(proposals);
      environments = List.copyOf(environments);
    }
  }

  /// Looks, changes nothing.
  ///
  /// @throws org.binnacle.kernel.Fault of {@link ExchangeFaults} with file and line
  public Preview preview(FileKind kind, Path file) {
    Reading reading = kind.read(file);
    Set<String> known = new HashSet<>();
    inventory.environments().forEach(environment -> known.add(key(environment)));
    var added = new ArrayList<Environment>();
    for (Environment environment : reading.environments()) {
      if (known.add(key(environment))) {
        added.add(environment);
      }
    }
    var matcher = new Matcher(inventory, known);
    return new Preview(reading.found().stream().map(matcher::propose).toList(), added);
  }

  /// Takes over the chosen proposals, as one step that undo takes back; those that are SAME or
  /// CONFLICTING are left alone.
  ///
  /// @return how many instances were added or changed
  public int apply(Preview preview, List<Proposal> chosen) {
    List<Instance> changed =
        chosen.stream().filter(Proposal::changes).map(Proposal::instance).toList();
    if (changed.isEmpty()) {
      return 0;
    }
    if (!preview.environments().isEmpty()) {
      var all = new ArrayList<>(inventory.environments());
      all.addAll(preview.environments());
      inventory.saveEnvironments(all);
    }
    inventory.save(
        changed, "Imported " + changed.size() + (changed.size() == 1 ? " instance" : " instances"));
    return changed.size();
  }

  /// Puts the passwords of the chosen proposals into the vault, where the user wants that. Those of
  /// CONFLICTING ones are left out.
  public int keepPasswords(List<Proposal> chosen, Vault vault) {
    int kept = 0;
    for (Proposal proposal : chosen) {
      if (proposal.kind() != Proposal.Kind.CONFLICTING && proposal.password().isPresent()) {
        vault.keep(proposal.instance().credential(), proposal.password().get());
        kept++;
      }
    }
    return kept;
  }

  private static String key(Environment environment) {
    return environment.name().toLowerCase(Locale.ROOT);
  }
}
