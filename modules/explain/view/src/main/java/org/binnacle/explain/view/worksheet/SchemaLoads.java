package org.binnacle.explain.view.worksheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.binnacle.explain.schema.Reference;
import org.binnacle.explain.schema.SchemaObject;
import org.binnacle.explain.schema.Schemas;
import org.binnacle.explain.schema.TableInfo;
import org.binnacle.explain.view.Kit;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Outcome;

/// Reads the levels of the schema browser when they are opened. On the FX thread; servers are asked
/// off it.
final class SchemaLoads implements AutoCloseable {
  private final Kit kit;
  private final Schemas schemas;
  private final Runnable changed;
  private final List<Questions> open = new ArrayList<>();
  private final Questions databases = new Questions("databases of an instance");

  /// @param changed run when something was read
  SchemaLoads(Kit kit, Schemas schemas, Runnable changed) {
    this.kit = kit;
    this.schemas = schemas;
    this.changed = changed;
  }

  /// Fills the root with the databases of an instance.
  void read(InstanceRef of, SchemaItem root) {
    root.fill(List.of(SchemaItem.note("Reading the databases…")));
    databases.ask(
        () -> schemas.databases(of),
        outcome -> {
          root.fill(
              switch (outcome) {
                case Outcome.Ok<List<String>> ok ->
                    ok.value().stream().map(name -> database(of, name)).toList();
                case Outcome.Failed<List<String>> failed -> List.of(why(failed.fault()));
              });
          changed.run();
        });
  }

  private SchemaItem database(InstanceRef of, String name) {
    return lazy(
        new SchemaNode.Database(name),
        () -> schemas.objects(of, name),
        objects -> objects.stream().map(object -> item(of, object)).toList());
  }

  private SchemaItem item(InstanceRef of, SchemaObject object) {
    var node = new SchemaNode.Item(object);
    if (object.kind() != SchemaObject.Kind.TABLE && object.kind() != SchemaObject.Kind.VIEW) {
      return new SchemaItem(node);
    }
    return lazy(
        node,
        () ->
            new Inside(
                schemas.table(of, object.schema(), object.name()),
                object.kind() == SchemaObject.Kind.TABLE
                    ? schemas.references(of, object.schema(), object.name())
                    : List.of()),
        inside -> inside.items(object));
  }

  /// What lies in a table.
  private record Inside(Optional<TableInfo> table, List<Reference> references) {
    List<SchemaItem> items(SchemaObject object) {
      var items = new ArrayList<SchemaItem>();
      table.ifPresent(
          info -> {
            info.columns()
                .forEach(
                    column ->
                        items.add(
                            leaf(
                                column.name(),
                                column.type() + (column.nullable() ? "" : "  not null"),
                                "mdi2t-table-column",
                                column.name())));
            info.indexes()
                .forEach(
                    index ->
                        items.add(
                            leaf(
                                index.name() + " (" + String.join(", ", index.columns()) + ")",
                                (index.unique() ? "unique" : "index")
                                    + (index.visible() ? "" : ", invisible"),
                                "mdi2k-key-outline",
                                index.name())));
          });
      for (Reference one : references) {
        boolean from = one.table().equals(object.name()) && one.schema().equals(object.schema());
        String words =
            from
                ? "(" + String.join(", ", one.columns()) + ") → " + one.toTable()
                : "referenced by " + one.table() + " (" + String.join(", ", one.columns()) + ")";
        items.add(
            leaf(words, one.name(), "mdi2l-link-variant", from ? one.toTable() : one.table()));
      }
      if (items.isEmpty()) {
        items.add(SchemaItem.note("It is gone, or this account may not see it."));
      }
      return items;
    }
  }

  private static SchemaItem leaf(String words, String detail, String icon, String inserted) {
    return new SchemaItem(new SchemaNode.Part(words, detail, icon, inserted));
  }

  private SchemaItem why(Fault fault) {
    return SchemaItem.note(kit.words().of(fault).happened());
  }

  private <T> SchemaItem lazy(
      SchemaNode node, Callable<T> work, Function<T, List<SchemaItem>> filling) {
    var item = new SchemaItem(node);
    item.fill(List.of(SchemaItem.note("Reading…")));
    var asked = new boolean[1];
    item.expandedProperty()
        .addListener(
            (seen, was, is) -> {
              if (is && !asked[0]) {
                asked[0] = true;
                load(item, work, filling, () -> asked[0] = false);
              }
            });
    return item;
  }

  private <T> void load(
      SchemaItem item, Callable<T> work, Function<T, List<SchemaItem>> filling, Runnable again) {
    ask(
        "a level of the schemas",
        work,
        outcome -> {
          List<SchemaItem> children =
              switch (outcome) {
                case Outcome.Ok<T> ok -> filling.apply(ok.value());
                case Outcome.Failed<T> failed -> {
                  again.run();
                  yield List.of(why(failed.fault()));
                }
              };
          item.fill(children.isEmpty() ? List.of(SchemaItem.note("Nothing in it.")) : children);
          changed.run();
        });
  }

  /// Hands the definition of an object over, or why it cannot be had, as a comment.
  void definition(
      InstanceRef of, SchemaObject object, java.util.function.BiConsumer<String, String> then) {
    ask(
        "definition of " + object.name(),
        () -> schemas.ddl(of, object),
        outcome ->
            then.accept(
                object.name(),
                switch (outcome) {
                  case Outcome.Ok<String> ok -> ok.value();
                  case Outcome.Failed<String> failed ->
                      "-- " + kit.words().of(failed.fault()).happened();
                }));
  }

  private <T> void ask(
      String what, Callable<T> work, java.util.function.Consumer<Outcome<T>> then) {
    var question = new Questions(what);
    open.add(question);
    question.ask(
        work,
        outcome -> {
          open.remove(question);
          then.accept(outcome);
        });
  }

  @Override
  public void close() {
    databases.close();
    List.copyOf(open).forEach(Questions::close);
  }
}
