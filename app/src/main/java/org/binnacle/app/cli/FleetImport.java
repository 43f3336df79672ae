package org.binnacle.app.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.binnacle.app.cli.Table.Cell;
import org.binnacle.app.cli.Table.Column;
import org.binnacle.app.cli.Terminal.Tone;
import org.binnacle.inventory.exchange.FileKind;
import org.binnacle.inventory.exchange.Import;
import org.binnacle.inventory.exchange.Proposal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `binnacle fleet import`.
@Command(
    name = "import",
    description = {
      "Take connections over from a file: YAML, CSV, JSON, ~/.my.cnf, ~/.mylogin.cnf,",
      "connections.xml of MySQL Workbench, data-sources.json of DBeaver.",
      "Doing it again changes nothing. Exit code 1 where some could not be taken over."
    })
final class FleetImport implements Callable<Integer> {
  private final Call call;

  FleetImport(Call call) {
    this.call = call;
  }

  @Parameters(paramLabel = "FILE", description = "The file.")
  Path file = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "KIND",
      description =
          "yaml, csv, json, my-cnf, login-path, workbench or dbeaver; by the file's name otherwise.")
  @Nullable String format;

  @Option(names = "--preview", description = "Show what would happen; change nothing.")
  boolean preview;

  @Option(names = "--keep-passwords", description = "Put passwords of the file into the vault.")
  boolean keepPasswords;

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask.")
  boolean yes;

  @Override
  public Integer call() {
    String chosen = format;
    FileKind kind = chosen == null ? FileKind.of(file) : FileKind.of(chosen);
    var importing = new Import(call.house().inventory());
    Import.Preview seen = importing.preview(kind, file);
    List<Proposal> changes = seen.proposals().stream().filter(Proposal::changes).toList();
    if (!call.json()) {
      call.print(table(seen.proposals()));
    }
    int imported = 0;
    if (!preview) {
      if (!yes && !changes.isEmpty()) {
        call.agreed(
            "Take over " + changes.size() + (changes.size() == 1 ? " instance?" : " instances?"),
            "imported");
      }
      imported = importing.apply(seen, changes);
      int kept =
          keepPasswords ? importing.keepPasswords(seen.proposals(), call.house().vault()) : 0;
      call.say(
          "Imported "
              + imported
              + (imported == 1 ? " instance" : " instances")
              + (kept > 0 ? ", kept " + kept + " passwords in the vault" : ""));
    }
    if (call.json()) {
      var document = new LinkedHashMap<String, Object>();
      document.put("proposals", seen.proposals().stream().map(FleetImport::document).toList());
      document.put("imported", imported);
      call.document(document);
    }
    boolean conflict =
        seen.proposals().stream().anyMatch(one -> one.kind() == Proposal.Kind.CONFLICTING);
    return conflict ? 1 : 0;
  }

  private static Table table(List<Proposal> proposals) {
    var table =
        new Table(
            Column.text("WHAT"),
            Column.text("NAME"),
            Column.text("ADDRESS"),
            Column.text("USER"),
            Column.elastic("FROM"),
            Column.elastic("WHY"));
    for (Proposal one : proposals) {
      table.row(
          new Cell(word(one), one.kind() == Proposal.Kind.CONFLICTING ? Tone.RED : Tone.PLAIN),
          one.instance().name(),
          one.instance().address(),
          one.instance().user(),
          one.where(),
          String.join("; ", one.reasons()));
    }
    return table;
  }

  private static Map<String, Object> document(Proposal one) {
    var document = new LinkedHashMap<String, Object>();
    document.put("what", word(one));
    document.put("instance", Instances.document(one.instance()));
    document.put("where", one.where());
    document.put("reasons", one.reasons());
    document.put("has_password", one.password().isPresent());
    return document;
  }

  private static String word(Proposal one) {
    return one.kind().name().toLowerCase(Locale.ROOT);
  }
}
