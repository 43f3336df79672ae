package org.binnacle.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.FaultCode;
import org.binnacle.kernel.Safety;
import org.binnacle.kernel.Words;
import org.binnacle.mysql.Tls;
import org.junit.jupiter.api.Test;

class InventoryTest {
  private final MemoryStore store = new MemoryStore();
  private final Inventory inventory = new Inventory(store);

  @Test
  void changesAreUndoneAndRedoneInTheirOrder() {
    Instance shop = inventory.add(Instance.at("shop-db", "10.0.0.1", 3306, "dba"));
    Instance renamed = inventory.edit(shop.draft().set(Field.NAME, "shop-db-01").build());
    Instance copy = inventory.duplicate(shop.id());
    assertThat(copy.name()).isEqualTo("shop-db-01 copy");
    assertThat(inventory.duplicate(shop.id()).name()).isEqualTo("shop-db-01 copy 2");
    inventory.undo();
    inventory.remove(List.of(shop.id(), copy.id()));
    assertThat(inventory.instances()).isEmpty();

    assertThat(inventory.undoWords()).contains("Removed 2 instances");
    assertThat(inventory.undo()).isEqualTo("Removed 2 instances");
    assertThat(inventory.instances()).containsExactly(renamed, copy);
    assertThat(inventory.undo()).isEqualTo("Duplicated shop-db-01");
    assertThat(inventory.undo()).isEqualTo("Changed shop-db");
    assertThat(inventory.instances()).containsExactly(shop);
    assertThat(inventory.redo()).isEqualTo("Changed shop-db");
    assertThat(inventory.instances()).containsExactly(renamed);
    assertThat(store.instances()).containsExactly(renamed);

    inventory.remove(List.of(shop.id()));
    assertThat(inventory.redoWords()).isEmpty();
    inventory.remove(List.of(UUID.randomUUID()));
    assertThat(inventory.undoWords()).contains("Removed shop-db-01");
  }

  @Test
  void undoWithNothingDoneIsAFault() {
    refused(inventory::undo, InventoryFaults.NOTHING_TO_UNDO);
  }

  @Test
  void listenersHearOfEachChangeUntilTheyAreClosed() {
    var heard = new AtomicInteger();
    Subscription subscription = inventory.listen(heard::incrementAndGet);
    inventory.add(Instance.at("a", "h", 3306, "u"));
    inventory.undo();
    inventory.reload();
    assertThat(heard).hasValue(2);
    store.replace(List.of(Instance.at("b", "h", 3306, "u")), List.of());
    inventory.reload();
    assertThat(heard).hasValue(3);
    subscription.close();
    inventory.add(Instance.at("c", "h", 3306, "u"));
    assertThat(heard).hasValue(3);
  }

  @Test
  void eachWrongFieldHasItsFault() {
    inventory.add(Instance.at("shop-db", "10.0.0.1", 3306, "dba"));
    assertThat(
            inventory
                .check(
                    new InstanceDraft()
                        .set(Field.NAME, "SHOP-DB")
                        .set(Field.HOST, "not a host")
                        .set(Field.PORT, "70000")
                        .set(Field.TLS, "required")
                        .set(Field.CA, "/ca.pem")
                        .set(Field.TUNNEL_HOST, "-bad-")
                        .set(Field.ENVIRONMENT, "prod")
                        .set(Field.TAGS, "a b"))
                .keySet())
        .containsExactlyInAnyOrder(
            Field.NAME,
            Field.HOST,
            Field.PORT,
            Field.USER,
            Field.CA,
            Field.TUNNEL_HOST,
            Field.ENVIRONMENT,
            Field.TAGS);
    assertThat(
            inventory
                .check(new InstanceDraft().set(Field.PORT, "abc").set(Field.TLS, "maybe"))
                .keySet())
        .containsExactly(Field.PORT, Field.TLS);
    refused(
        () -> inventory.add(Instance.at("Shop-DB", "h", 3306, "u")), InventoryFaults.NAME_TAKEN);
    refused(
        () ->
            inventory.save(
                List.of(Instance.at("x", "h", 1, "u"), Instance.at("X", "h", 2, "u")), "Added"),
        InventoryFaults.NAME_TAKEN);
    assertThat(inventory.instances()).hasSize(1);
  }

  @Test
  void hostsAreNamesAndAddressesOfBothKinds() {
    for (String good :
        List.of(
            "db",
            "db-1.shop.example.com",
            "my_db",
            "10.0.0.1",
            "::1",
            "fe80::1%eth0",
            "xn--bcher-kva.example")) {
      assertThat(HostShape.fits(good)).as(good).isTrue();
    }
    for (String bad :
        List.of(
            "",
            " ",
            "a b",
            "db:3306",
            "10.0.0",
            "10.0.0.256",
            "::g",
            "-a",
            "a..b",
            "a/b",
            "x".repeat(64))) {
      assertThat(HostShape.fits(bad)).as(bad).isFalse();
    }
    Instance six =
        new InstanceDraft()
            .set(Field.NAME, "six")
            .set(Field.HOST, "[2001:db8::1]")
            .set(Field.USER, "dba")
            .build();
    assertThat(six.host()).isEqualTo("2001:db8::1");
    assertThat(six.address()).isEqualTo("[2001:db8::1]:3306");
    assertThat(inventory.check(six)).isEmpty();
  }

  @Test
  void environmentsGiveColourAndSafetyAndCannotBeTakenFromUnderAnInstance() {
    Instance shop = inventory.add(production("shop-db", "10.0.0.1"));
    assertThat(inventory.ref(shop).colour()).isEqualTo("red");
    assertThat(inventory.ref(shop).safety()).isEqualTo(Safety.STRICT);
    assertThat(inventory.ref(Instance.at("x", "h", 1, "u")).safety()).isEqualTo(Safety.CAREFUL);
    refused(
        () -> inventory.saveEnvironments(List.of(new Environment("test", "green", Safety.RELAXED))),
        InventoryFaults.ENVIRONMENT);
    refused(
        () -> inventory.saveEnvironments(List.of(new Environment("a", "mauve", Safety.RELAXED))),
        InventoryFaults.ENVIRONMENT_SHAPE);
    inventory.saveEnvironments(List.of(new Environment("Production", "blue", Safety.CAREFUL)));
    assertThat(inventory.ref(shop).colour()).isEqualTo("blue");
    assertThat(inventory.undo()).isEqualTo("Changed environments");
    assertThat(inventory.ref(shop).colour()).isEqualTo("red");
  }

  @Test
  void selectorsFindByWordsAndFields() {
    inventory.add(tagged("shop-db-01", "source", "production", "shop", "owner=ann"));
    inventory.add(tagged("shop-db-02", "replica", "production", "shop", "owner=bob"));
    inventory.add(tagged("shop-bak", "backup", "staging", "shop"));
    inventory.add(tagged("pay-db", "source", "production", "pay"));
    assertThat(names("tag:shop -role:backup env:production"))
        .containsExactly("shop-db-01", "shop-db-02");
    assertThat(names("shop db-")).containsExactly("shop-db-01", "shop-db-02");
    assertThat(names("name:*-db*")).hasSize(3);
    assertThat(names("role:source,backup")).containsExactly("pay-db", "shop-bak", "shop-db-01");
    assertThat(names("tag:owner")).containsExactly("shop-db-01", "shop-db-02");
    assertThat(names("tag:owner=ANN")).containsExactly("shop-db-01");
    assertThat(names("-tag:owner tag:shop")).containsExactly("shop-bak");
    assertThat(names("cluster:")).hasSize(4);
    assertThat(names("shop-bak.example:3306")).containsExactly("shop-bak");
    assertThat(names("\"db-01\"")).containsExactly("shop-db-01");
    assertThat(names("")).hasSize(4);
    refused(() -> names("colour:red"), InventoryFaults.SELECTOR);
  }

  @Test
  void instancesAreGroupedByFieldsAndByTagKeys() {
    inventory.add(tagged("a", "source", "production", "owner=ann"));
    inventory.add(tagged("b", "replica", "staging", "owner=bob"));
    inventory.add(tagged("c", "replica", "Staging"));
    assertThat(groups("env")).containsExactly("production: a", "staging: b c");
    assertThat(groups("tag:owner")).containsExactly("ann: a", "bob: b", ": c");
    refused(() -> groups("nothing"), InventoryFaults.FIELD);
  }

  @Test
  void aFewLettersJumpToTheNearestName() {
    for (String name : List.of("shop-db-01", "shop-db-02", "cart-shop", "pay-db-11", "dbshop")) {
      inventory.add(Instance.at(name, name + ".example", 3306, "dba"));
    }
    assertThat(jump("shop")).containsExactly("shop-db-01", "shop-db-02", "cart-shop", "dbshop");
    assertThat(jump("sd2")).containsExactly("shop-db-02");
    assertThat(jump("pay 11")).containsExactly("pay-db-11");
    assertThat(inventory.find("", 2)).hasSize(2);
  }

  @Test
  void aTargetIsANameOrAnAddress() {
    Instance shop = inventory.add(production("shop-db", "10.0.0.1"));
    inventory.add(production("pay-db-1", "10.0.0.2"));
    inventory.add(production("pay-db-2", "10.0.0.3"));
    assertThat(inventory.target("SHOP-DB")).isEqualTo(inventory.server(shop));
    assertThat(inventory.target("shop")).isEqualTo(inventory.server(shop));
    assertThat(inventory.target("mysql://dba@10.0.0.1:3306")).isEqualTo(inventory.server(shop));
    assertThatThrownBy(() -> inventory.target("shop-dv"))
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> {
              assertThat(fault.code()).isEqualTo(InventoryFaults.TARGET_UNKNOWN);
              assertThat(fault.detail()).contains("nearest: shop-db");
            });
    refused(() -> inventory.target("pay"), InventoryFaults.TARGET_AMBIGUOUS);
    refused(() -> inventory.target(""), InventoryFaults.TARGET_UNKNOWN);

    var other = inventory.target("mysql://root@[::1]:3310?tls=verify-ca&ca=/etc/my%20ca.pem");
    assertThat(other.id()).isEqualTo("[::1]:3310");
    assertThat(other.tls().mode()).isEqualTo(Tls.Mode.VERIFY_CA);
    assertThat(other.tls().ca())
        .hasValueSatisfying(ca -> assertThat(ca.toString()).isEqualTo("/etc/my ca.pem"));
    assertThat(other.ref().safety()).isEqualTo(Safety.CAREFUL);
    assertThat(inventory.credential(other)).isEqualTo("root@[::1]:3310");
    assertThat(inventory.target("mysql://root@10.0.0.1").ref().safety())
        .as("another account of a known server keeps its care")
        .isEqualTo(Safety.STRICT);
  }

  @Test
  void aPasswordInAnAddressIsRefusedAndNeverRepeated() {
    for (String url :
        List.of(
            "mysql://dba:hunter2@db:3306",
            "mysql://dba@db:3306?password=hunter2",
            "mysql://dba:hunter2@db:33 06",
            "mysql://dba:hun%ter2@db")) {
      assertThatThrownBy(() -> inventory.target(url))
          .isInstanceOfSatisfying(
              Fault.class,
              fault -> {
                assertThat(fault.getMessage()).doesNotContain("hunter2").doesNotContain("hun%ter2");
                assertThat(new Words().of(fault).next()).isNotEmpty();
              });
    }
    refused(() -> inventory.target("mysql://dba:x@db"), InventoryFaults.URL_PASSWORD);
    refused(() -> inventory.target("postgres://dba@db"), InventoryFaults.URL);
    refused(() -> inventory.target("mysql://dba@db?color=red"), InventoryFaults.URL);
    refused(() -> inventory.target("mysql://@db:3306"), InventoryFaults.URL);
    refused(() -> inventory.target("mysql://%20@db:3306"), InventoryFaults.URL);
    assertThat(inventory.target("mysql://db:3306").user())
        .isEqualTo(System.getProperty("user.name"));
    refused(() -> inventory.target("mysql://dba@db:99999"), InventoryFaults.PORT);
  }

  private static Instance production(String name, String host) {
    return Instance.at(name, host, 3306, "dba")
        .draft()
        .set(Field.ENVIRONMENT, "production")
        .build();
  }

  private static Instance tagged(String name, String role, String environment, String... tags) {
    return Instance.at(name, name + ".example", 3306, "dba")
        .draft()
        .set(Field.ROLE, role)
        .set(Field.ENVIRONMENT, "Staging".equals(environment) ? "staging" : environment)
        .set(Field.TAGS, String.join(",", tags))
        .build();
  }

  private List<String> names(String selector) {
    return inventory.search(selector).stream().map(Instance::name).toList();
  }

  private List<String> jump(String text) {
    return inventory.find(text, 10).stream().map(Instance::name).toList();
  }

  private List<String> groups(String by) {
    var result = new ArrayList<String>();
    for (Grouping.Group group : Grouping.parse(by).group(inventory.instances())) {
      result.add(
          group.name()
              + ": "
              + String.join(" ", group.instances().stream().map(Instance::name).toList()));
    }
    return result;
  }

  private static void refused(ThrowingCallable call, FaultCode code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
  }
}
