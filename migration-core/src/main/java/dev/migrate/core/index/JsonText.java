package dev.migrate.core.index;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Trees of maps, lists, strings, numbers and booleans as JSON on one line; the order of a map's keys is kept. */
final class JsonText {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonText() {}

    static String write(Object tree) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(text)) {
            write(tree, generator);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static void write(Object tree, JsonGenerator generator) throws IOException {
        if (tree instanceof Map<?, ?> map) {
            generator.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                generator.writeFieldName(String.valueOf(entry.getKey()));
                write(entry.getValue(), generator);
            }
            generator.writeEndObject();
        } else if (tree instanceof List<?> list) {
            generator.writeStartArray();
            for (Object element : list) {
                write(element, generator);
            }
            generator.writeEndArray();
        } else if (tree instanceof Integer number) {
            generator.writeNumber(number);
        } else if (tree instanceof Boolean flag) {
            generator.writeBoolean(flag);
        } else {
            generator.writeString((String) tree);
        }
    }

    static Map<?, ?> readObject(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            Object tree = read(parser);
            if (tree instanceof Map<?, ?> map && parser.nextToken() == null) {
                return map;
            }
            throw new IndexUnreadable("the text is not one JSON object");
        } catch (IOException damaged) {
            throw new IndexUnreadable("the text is not JSON", damaged);
        }
    }

    private static Object read(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return readMap(parser);
        }
        if (token == JsonToken.START_ARRAY) {
            List<Object> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                list.add(read(parser));
            }
            return list;
        }
        if (token == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        if (token == JsonToken.VALUE_NUMBER_INT) {
            return parser.getIntValue();
        }
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return parser.getBooleanValue();
        }
        throw new IndexUnreadable("the text ends early, or holds " + token);
    }

    private static Map<String, Object> readMap(JsonParser parser) throws IOException {
        Map<String, Object> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            if (key == null) {
                throw new IndexUnreadable("the text ends early");
            }
            parser.nextToken();
            map.put(key, read(parser));
        }
        return map;
    }
}
