// V0005_CreatePeople.java
@Safe
public final class V0005_CreatePeople implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(sql("CREATE TYPE mood AS ENUM ('sad')").down("DROP TYPE mood"));
        steps.add(sql("CREATE TABLE people (id bigint PRIMARY KEY, mood mood)").down("DROP TABLE people"));
    }
}

// V0007_AddMood.java
@Safe
@Irreversible(because = "a value of an enum type cannot be dropped")
public final class V0007_AddMood implements SchemaMigration {
    @Override
    public void up(Steps steps) {
        steps.add(sql("ALTER TYPE mood ADD VALUE 'ok'"));
        steps.add(sql("ALTER TABLE people ALTER COLUMN mood SET DEFAULT 'ok'").down("ALTER TABLE people ALTER COLUMN mood DROP DEFAULT"));
    }
}
