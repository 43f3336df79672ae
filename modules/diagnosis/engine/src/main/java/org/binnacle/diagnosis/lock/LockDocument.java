package org.binnacle.diagnosis.lock;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.Transaction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A blocking tree as a document of maps, lists, texts and numbers; times are microseconds. Members
/// are never renamed; new ones may come.
public final class LockDocument {
  private LockDocument() {}

  public static Map<String, Object> of(LockScene scene) {
    var document = new LinkedHashMap<String, Object>();
    document.put("instance", scene.instance().name());
    document.put("address", scene.instance().address());
    document.put("at", scene.at().toString());
    document.put("took_us", scene.took().toNanos() / 1_000);
    document.put("waiting", scene.tree().waiting());
    document.put("longest_us", scene.tree().longestUs());
    document.put("roots", scene.tree().roots().stream().map(LockDocument::node).toList());
    document.put("sources", scene.sources());
    document.put("notes", scene.notes());
    document.put(
        "denied",
        scene.denied().stream()
            .map(one -> Map.<String, Object>of("what", one.what(), "grant", one.grant()))
            .toList());
    return document;
  }

  /// Of one instance as {@link #of(LockScene)}; of several the roots of all, worst first, each with
  /// its instance, then what each instance has to say, and which could not be read.
  public static Map<String, Object> of(MergedLocks locks) {
    if (!locks.several() && locks.scenes().size() == 1) {
      return of(locks.scenes().getFirst());
    }
    var document = new LinkedHashMap<String, Object>();
    document.put("waiting", locks.waiting());
    document.put("longest_us", locks.longestUs());
    document.put("roots", locks.roots().stream().map(LockDocument::root).toList());
    document.put(
        "instances",
        locks.scenes().stream()
            .map(
                scene -> {
                  var one = new LinkedHashMap<>(of(scene));
                  one.put("roots", scene.tree().roots().size());
                  return one;
                })
            .toList());
    document.put(
        "failed",
        locks.failed().entrySet().stream()
            .map(
                each ->
                    Map.<String, Object>of(
                        "instance",
                        each.getKey().name(),
                        "address",
                        each.getKey().address(),
                        "code",
                        each.getValue().code().id(),
                        "detail",
                        each.getValue().detail()))
            .toList());
    return document;
  }

  private static Map<String, Object> root(MergedLocks.Root root) {
    var document = new LinkedHashMap<String, Object>();
    document.put("instance", root.instance().name());
    document.put("address", root.instance().address());
    document.putAll(node(root.node()));
    return document;
  }

  /// The merged tree as JSON text, for a file.
  public static String json(MergedLocks locks) {
    return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(of(locks)) + "\n";
  }

  /// The same as JSON text, for a file.
  public static String json(LockScene scene) {
    return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(of(scene)) + "\n";
  }

  private static Map<String, Object> node(LockNode root) {
    // Children first, since a chain can be longer than a stack.
    Map<Who, Map<String, Object>> made = new LinkedHashMap<>();
    for (LockNode node : new LockTree(List.of(root), List.of()).nodes().reversed()) {
      var document = one(node);
      document.put(
          "children", node.children().stream().map(child -> made.get(child.who())).toList());
      made.put(node.who(), document);
    }
    return java.util.Objects.requireNonNull(made.get(root.who()));
  }

  private static Map<String, Object> one(LockNode node) {
    Party party = node.party();
    Optional<ProcessRow> row = party.row();
    var document = new LinkedHashMap<String, Object>();
    document.put("id", orNull(party.who().connectionId()));
    document.put("trx_id", party.who().trxId());
    document.put("user", row.map(ProcessRow::user).orElse(""));
    document.put("host", row.map(one -> one.client().text()).orElse(""));
    document.put("db", row.map(ProcessRow::db).orElse(""));
    document.put("doing", party.doing());
    document.put("sql", party.sql());
    document.put("idle", party.idle());
    Optional<Transaction> trx = party.trx().or(() -> row.flatMap(ProcessRow::trx));
    document.put("trx_age_us", trx.map(Transaction::ageUs).orElse(null));
    document.put("rows_modified", trx.map(Transaction::rowsModified).orElse(null));
    document.put("rows_locked", trx.map(Transaction::rowsLocked).orElse(null));
    document.put("waited_us", node.waitedUs());
    document.put("sum_waited_us", node.sumWaitedUs());
    document.put("blocks", node.blocks());
    document.put("frees", node.frees());
    document.put("frees_at_once", node.freesAtOnce());
    document.put("cycle", node.cycle());
    document.put("waits_for", node.waits().stream().map(LockDocument::wait).toList());
    document.put("last_statements", party.last().stream().map(LockDocument::past).toList());
    return document;
  }

  private static Map<String, Object> wait(LockWait wait) {
    Contended lock = wait.lock();
    var document = new LinkedHashMap<String, Object>();
    document.put(
        "blocker", wait.blocker().map(Who::connectionId).filter(id -> id > 0).orElse(null));
    document.put("blocker_trx_id", wait.blocker().map(Who::trxId).orElse(""));
    document.put("kind", wait.kind().words());
    document.put("schema", lock.schema());
    document.put("table", lock.table());
    document.put("partition", lock.partition());
    document.put("index", lock.index());
    document.put("type", lock.objectType());
    document.put("mode", lock.mode());
    document.put("data", lock.data());
    document.put("waited_us", wait.waitedUs());
    document.put("inferred", wait.inferred());
    return document;
  }

  private static Map<String, Object> past(PastStatement past) {
    var document = new LinkedHashMap<String, Object>();
    document.put("sql", past.sql());
    document.put("took_us", past.tookUs());
    document.put("rows_affected", past.rowsAffected());
    document.put("ago_us", past.agoUs() < 0 ? null : (Long) past.agoUs());
    return document;
  }

  private static @Nullable Object orNull(long id) {
    return id == 0 ? null : (Long) id;
  }
}
