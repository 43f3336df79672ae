package org.binnacle.app.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.binnacle.inventory.Field;
import org.binnacle.inventory.Instance;
import org.binnacle.inventory.InstanceDraft;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `binnacle fleet add`.
@Command(
    name = "add",
    description = "Add an instance.",
    footerHeading = "%nFor example:%n",
    footer = {
      "  binnacle fleet add shop-1 ops@db1.example:3306 --env production --cluster shop",
      "The password is kept in the vault with --keep-password, never in an argument."
    })
final class FleetAdd implements Callable<Integer> {
  private final Call call;

  FleetAdd(Call call) {
    this.call = call;
  }

  @Parameters(index = "0", paramLabel = "NAME", description = "Unique in the inventory.")
  String name = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "ADDRESS",
      description = "[user@]host[:port], with or without mysql:// before it.")
  String address = "";

  @Mixin FieldOptions fields = new FieldOptions();

  @Option(
      names = "--keep-password",
      description = "Ask for the password (or take BINNACLE_PASSWORD) and keep it in the vault.")
  boolean keepPassword;

  @Override
  public Integer call() {
    var inventory = call.house().inventory();
    var draft = new InstanceDraft().set(Field.NAME, name).set(Field.PORT, "3306");
    draft.set(Field.USER, System.getProperty("user.name", ""));
    if (!address.isEmpty()) {
      // Read by the same rules as a target, so that both are written alike.
      var server = inventory.target(address.contains("://") ? address : "mysql://" + address);
      draft.set(Field.HOST, server.host());
      draft.set(Field.PORT, String.valueOf(server.port()));
      draft.set(Field.USER, server.user());
      draft.set(Field.TLS, server.tls().mode().name());
      draft.set(Field.CA, server.tls().ca().map(Object::toString).orElse(""));
      draft.set(Field.PUBLIC_KEY_RETRIEVAL, String.valueOf(server.tls().publicKeyRetrieval()));
    }
    fields.into(draft);
    FleetEdit.checked(inventory, draft);
    Instance added = inventory.add(draft.build());
    if (keepPassword) {
      Passwords.keep(call, inventory.server(added));
    }
    if (call.json()) {
      call.document(Map.of("added", Instances.document(added)));
    } else {
      call.say("Added " + added.name() + " (" + added.user() + "@" + added.address() + ")");
    }
    return 0;
  }
}
