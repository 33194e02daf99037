package dev.migrate.core.operation;

import java.util.Locale;

/** A kind of object, under the words that statements use for it. */
public enum ObjectKind {
    /** Where a statement that is about any object is about a table. */
    TABLE,
    /** Where a statement that is about any object is about an index. */
    INDEX,
    /** A column of the table. */
    COLUMN,
    /** A constraint of the table or domain. */
    CONSTRAINT,
    /** A view; each change of one that is materialized too, where the words do not say so. */
    VIEW,
    /** A materialized view. */
    MATERIALIZED_VIEW,
    /** A foreign table. */
    FOREIGN_TABLE,
    /** A sequence. */
    SEQUENCE,
    /** A trigger of the table. */
    TRIGGER,
    /** A rule of the table. */
    RULE,
    /** A row security policy of the table. */
    POLICY,
    /** Extended statistics. */
    STATISTICS,
    /** A type that is no domain. */
    TYPE,
    /** A domain. */
    DOMAIN,
    /** A function. */
    FUNCTION,
    /** A procedure. */
    PROCEDURE,
    /** A function or procedure, where the words do not say which. */
    ROUTINE,
    /** An aggregate. */
    AGGREGATE,
    /** An operator. */
    OPERATOR,
    /** An operator class. */
    OPERATOR_CLASS,
    /** An operator family. */
    OPERATOR_FAMILY,
    /** A cast; the name is its source type. */
    CAST,
    /** A transform; the name is its type. */
    TRANSFORM,
    /** A collation. */
    COLLATION,
    /** A conversion between encodings. */
    CONVERSION,
    /** A text search configuration. */
    TEXT_SEARCH_CONFIGURATION,
    /** A text search dictionary. */
    TEXT_SEARCH_DICTIONARY,
    /** A text search parser. */
    TEXT_SEARCH_PARSER,
    /** A text search template. */
    TEXT_SEARCH_TEMPLATE,
    /** A procedural language. */
    LANGUAGE,
    /** A schema. */
    SCHEMA,
    /** An extension. */
    EXTENSION,
    /** An event trigger. */
    EVENT_TRIGGER,
    /** A publication. */
    PUBLICATION,
    /** A subscription. */
    SUBSCRIPTION,
    /** A foreign data wrapper. */
    FOREIGN_DATA_WRAPPER,
    /** A foreign server. */
    SERVER,
    /** A user mapping; the name is that of its server. */
    USER_MAPPING,
    /** A role, user or group. */
    ROLE,
    /** A database. */
    DATABASE,
    /** A tablespace. */
    TABLESPACE,
    /** An access method. */
    ACCESS_METHOD,
    /** A large object; the name is its number. */
    LARGE_OBJECT,
    /** A configuration parameter, on which privileges are granted. */
    PARAMETER,
    /** What is granted on objects that will be made in a schema; the name is the schema, or the owner's. */
    DEFAULT_PRIVILEGES,
    /** All that a role owns; the name is the role's. */
    OWNED;

    /** The words for SQL. */
    public String words() {
        return name().replace('_', ' ');
    }

    /** The words within a sentence. */
    public String lower() {
        return words().toLowerCase(Locale.ROOT);
    }
}
