package org.binnacle.explain.view.worksheet;

import java.util.List;

/// What the bar and the browser ask of their worksheet.
///
/// @param panel asked when something is done, never while it is being made
record SheetHands(SheetPanel panel) implements SheetBar.Hands, SchemaBrowser.Hands {
  @Override
  public void runOne() {
    panel.runOne();
  }

  @Override
  public void runAll() {
    panel.runAll();
  }

  @Override
  public void cancel() {
    panel.cancel();
  }

  @Override
  public void explain() {
    panel.explain();
  }

  @Override
  public void advise() {
    panel.advise();
  }

  @Override
  public void format() {
    panel.editor().format();
  }

  @Override
  public void lock() {
    panel.lock();
  }

  @Override
  public void moved() {
    panel.moved();
  }

  @Override
  public void past(String sql) {
    panel.editor().add(sql);
  }

  @Override
  public List<String> history() {
    return panel.drafts().history();
  }

  @Override
  public void searchHistory() {
    panel.searchHistory();
  }

  @Override
  public void insert(String name) {
    panel.editor().insert(name);
  }

  @Override
  public void definition(String name, String ddl) {
    panel.results().definition(name, ddl);
  }

  @Override
  public void use(String database) {
    panel.bar().use(database);
  }

  @Override
  public void statement(String sql) {
    panel.editor().add(sql);
  }
}
