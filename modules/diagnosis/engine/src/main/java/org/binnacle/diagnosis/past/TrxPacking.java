package org.binnacle.diagnosis.past;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.diagnosis.incident.Part;
import org.binnacle.diagnosis.incident.Recorded;
import org.binnacle.diagnosis.incident.replay.TransactionsReplay;
import org.binnacle.diagnosis.incident.step.SessionsStep;
import org.binnacle.diagnosis.lock.PastStatement;
import org.binnacle.diagnosis.trx.OpenTrx;
import org.binnacle.diagnosis.trx.TrxScene;

/// Open transactions in the columns of a capture, with their sessions and what they have run.
public final class TrxPacking implements Packing<TrxScene> {
  private static final List<String> COLUMNS =
      List.of(
          "trx_id",
          "id",
          "trx_state",
          "age_us",
          "wait_us",
          "trx_rows_locked",
          "trx_rows_modified",
          "trx_lock_structs",
          "trx_tables_locked",
          "trx_isolation_level",
          "trx_operation_state",
          "age_s",
          "last_sql");

  @Override
  public List<Part> parts(TrxScene scene) {
    var rows = scene.transactions().stream().flatMap(trx -> trx.row().stream()).toList();
    return List.of(
        Parts.of("transactions", Map.of("transactions", grid(scene.transactions()))),
        Parts.of("sessions", Map.of("all", SessionsStep.grid(rows, false))));
  }

  private static Grid grid(List<OpenTrx> transactions) {
    return Grid.of(COLUMNS, transactions.stream().map(TrxPacking::row).toList());
  }

  private static List<String> row(OpenTrx trx) {
    return List.of(
        trx.trxId(),
        String.valueOf(trx.connectionId()),
        trx.state(),
        String.valueOf(trx.ageUs()),
        String.valueOf(trx.waitUs()),
        String.valueOf(trx.rowsLocked()),
        String.valueOf(trx.rowsModified()),
        String.valueOf(trx.lockStructs()),
        String.valueOf(trx.tablesLocked()),
        trx.isolation(),
        trx.operation(),
        String.valueOf(trx.ageUs() / 1_000_000),
        trx.statements().stream()
            .map(PastStatement::sql)
            .filter(sql -> !sql.isBlank())
            .collect(Collectors.joining(";\n")));
  }

  @Override
  public TrxScene bare(TrxScene scene) {
    return with(scene, List.of());
  }

  @Override
  public TrxScene full(TrxScene bare, List<Part> parts) {
    var recorded = new Recorded(bare.instance(), "", "", parts);
    return with(bare, TransactionsReplay.of(recorded, bare.instance(), bare.at()).transactions());
  }

  private static TrxScene with(TrxScene scene, List<OpenTrx> transactions) {
    return new TrxScene(
        scene.instance(),
        scene.at(),
        scene.took(),
        transactions,
        scene.historyLength(),
        scene.notes(),
        scene.denied());
  }
}
