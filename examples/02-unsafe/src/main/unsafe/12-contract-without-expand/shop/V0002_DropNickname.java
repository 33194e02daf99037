package shop;

import dev.migrate.api.Contract;
import dev.migrate.api.ContractMigration;

@Contract(of = V0001_CreateUsers.class)
public final class V0002_DropNickname implements ContractMigration {}
