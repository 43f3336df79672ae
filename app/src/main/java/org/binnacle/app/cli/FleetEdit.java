package org.binnacle.app.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.binnacle.inventory.Field;
import org.binnacle.inventory.Instance;
import org.binnacle.inventory.InstanceDraft;
import org.binnacle.inventory.Inventory;
import org.binnacle.kernel.Fault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `binnacle fleet edit`.
@Command(
    name = "edit",
    description = "Change an instance: only what is given changes; an empty value clears.")
final class FleetEdit implements Callable<Integer> {
  private final Call call;

  FleetEdit(Call call) {
    this.call = call;
  }

  @Parameters(paramLabel = "NAME", description = "The instance.")
  String name = "";

  @Option(names = "--name", paramLabel = "NEW", description = "Another name.")
  @Nullable String newName;

  @Mixin FieldOptions fields = new FieldOptions();

  @Option(
      names = "--keep-password",
      description = "Ask for the password (or take BINNACLE_PASSWORD) and keep it in the vault.")
  boolean keepPassword;

  @Override
  public Integer call() {
    if (newName == null && fields.isEmpty() && !keepPassword) {
      throw new Fault(CliFaults.USAGE, "binnacle fleet edit: nothing to change was given");
    }
    var inventory = call.house().inventory();
    Instance present = FleetRemove.named(inventory, name);
    InstanceDraft draft = present.draft();
    String renamed = newName;
    if (renamed != null) {
      draft.set(Field.NAME, renamed);
    }
    fields.into(draft);
    // The default reference follows the account; one of the user's own stays.
    if (fields.credential == null && present.credential().equals(reference(present))) {
      draft.set(Field.CREDENTIAL, "");
    }
    checked(inventory, draft);
    Instance changed = inventory.edit(draft.build());
    if (keepPassword) {
      Passwords.keep(call, inventory.server(changed));
    }
    if (call.json()) {
      call.document(Map.of("changed", Instances.document(changed)));
    } else {
      call.say("Changed " + changed.name());
    }
    return 0;
  }

  private static String reference(Instance instance) {
    return Instance.defaultCredential(instance.user(), instance.host(), instance.port());
  }

  /// @throws Fault of the first field that is wrong
  static void checked(Inventory inventory, InstanceDraft draft) {
    inventory
        .check(draft)
        .values()
        .forEach(
            fault -> {
              throw fault;
            });
  }
}
