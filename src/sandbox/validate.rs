//! Compares a call with its published parameter table and turns textual values into typed ones. It knows no limits.

use serde_json::{Map, Value};

use super::markup;
use super::params::Params;
use super::reply::ApiError;
use super::shapes::{Field, Shape, Ty};

/// Refuses unknown, missing and mistyped parameters; afterwards each field has its published JSON type.
pub(super) fn check(groups: &[&[Field]], params: &mut Params) -> Result<(), ApiError> {
    let textual = params.textual;
    for (name, value) in &mut params.fields {
        let Some(field) = groups.iter().flat_map(|g| g.iter()).find(|f| f.name == name) else {
            return Err(ApiError::breach(&format!("unknown parameter \"{name}\"")));
        };
        coerce(&field.ty, value, textual).map_err(|why| refusal(field, &why))?;
    }
    for field in groups.iter().flat_map(|g| g.iter()).filter(|f| f.required) {
        if !params.fields.contains_key(field.name) && !params.uploads.contains_key(field.name) {
            return Err(missing(field.name));
        }
    }
    Ok(())
}

fn missing(name: &str) -> ApiError {
    ApiError::breach(&match name {
        "chat_id" => "chat_id is empty".to_owned(),
        "from_chat_id" => "from_chat_id is empty".to_owned(),
        "text" => "message text is empty".to_owned(),
        "message_id" => "message identifier is not specified".to_owned(),
        "message_ids" => "message identifiers are not specified".to_owned(),
        "photo" | "document" => format!("there is no {name} in the request"),
        "file_id" => "file_id is not specified".to_owned(),
        "user_id" => "invalid user_id specified".to_owned(),
        "action" => "wrong parameter action in request".to_owned(),
        other => format!("parameter \"{other}\" is required"),
    })
}

fn refusal(field: &Field, why: &str) -> ApiError {
    match &field.ty {
        Ty::Markup | Ty::InlineMarkup => ApiError::breach(why),
        _ => ApiError::breach(&format!("parameter \"{}\": {why}", field.name)),
    }
}

/// Makes a parameter's value what its published type says, or explains why it is not.
fn coerce(ty: &Ty, value: &mut Value, textual: bool) -> Result<(), String> {
    if textual {
        match (ty, value.as_str()) {
            (Ty::Int | Ty::Float | Ty::Bool, Some(text)) => *value = scalar(ty, text)?,
            (Ty::Upload, Some(text)) if !text.starts_with("attach://") => {
                return Err("must be an uploaded file".to_owned());
            }
            _ => {}
        }
    }
    let nested = matches!(ty, Ty::Free | Ty::List(_) | Ty::Object(_) | Ty::OneOf(_) | Ty::Markup | Ty::InlineMarkup);
    if nested && let Value::String(text) = value {
        *value = serde_json::from_str(text).map_err(|_| "can't parse JSON".to_owned())?;
    }
    conforms(ty, value)
}

fn scalar(ty: &Ty, text: &str) -> Result<Value, String> {
    let text = text.trim();
    match ty {
        Ty::Int => text.parse::<i64>().map(Value::from).map_err(|_| "must be of type Integer".to_owned()),
        Ty::Float => text
            .parse::<f64>()
            .ok()
            .filter(|n| n.is_finite())
            .map(Value::from)
            .ok_or_else(|| "must be of type Float".to_owned()),
        _ => match text.to_ascii_lowercase().as_str() {
            "true" | "1" | "yes" => Ok(Value::Bool(true)),
            "false" | "0" | "no" | "" => Ok(Value::Bool(false)),
            _ => Err("must be of type Boolean".to_owned()),
        },
    }
}

fn conforms(ty: &Ty, value: &Value) -> Result<(), String> {
    let typed = |fits: bool, name: &str| if fits { Ok(()) } else { Err(format!("must be of type {name}")) };
    match ty {
        Ty::Int => typed(value.is_i64(), "Integer"),
        Ty::Float => typed(value.is_number(), "Float"),
        Ty::Bool => typed(value.is_boolean(), "Boolean"),
        Ty::Str => typed(value.is_string(), "String"),
        Ty::Chat => typed(value.is_i64() || value.is_string(), "Integer or String"),
        Ty::File | Ty::Upload => typed(value.is_string(), "InputFile or String"),
        Ty::Free => typed(value.is_object(), "Object"),
        Ty::List(item) => {
            let Value::Array(items) = value else { return Err("must be of type Array".to_owned()) };
            items.iter().try_for_each(|value| conforms(item, value))
        }
        // "For simple text buttons, String can be used instead of this object."
        Ty::Object(shape) if shape.name == "KeyboardButton" && value.is_string() => Ok(()),
        Ty::Object(shape) => object(shape, value),
        Ty::OneOf(shapes) => {
            let kind = value.get("type").and_then(Value::as_str).ok_or("field \"type\" must be of type String")?;
            let shape =
                shapes.iter().find(|(name, _)| *name == kind).ok_or_else(|| format!("unsupported type \"{kind}\""))?;
            object(shape.1, value)
        }
        Ty::Markup => markup::check(value, false),
        Ty::InlineMarkup => markup::check(value, true),
    }
}

/// Checks each field of an object against its shape, by name.
pub(super) fn object(shape: &Shape, value: &Value) -> Result<(), String> {
    let Value::Object(fields) = value else { return Err(format!("{} expected", shape.name)) };
    for (name, value) in fields.iter().filter(|(_, v)| !v.is_null()) {
        let Some(field) = shape.fields.iter().find(|f| f.name == name) else {
            return Err(format!("unknown field \"{name}\" of {}", shape.name));
        };
        conforms(&field.ty, value).map_err(|why| match &field.ty {
            Ty::Int | Ty::Float | Ty::Bool | Ty::Str | Ty::Chat => {
                format!("can't parse {}: Field \"{name}\" {why}", shape.name)
            }
            _ => why,
        })?;
    }
    absent(shape, fields).map_or(Ok(()), |name| Err(format!("can't parse {}: Can't find field \"{name}\"", shape.name)))
}

fn absent(shape: &Shape, fields: &Map<String, Value>) -> Option<&'static str> {
    shape.fields.iter().find(|f| f.required && fields.get(f.name).is_none_or(Value::is_null)).map(|f| f.name)
}

#[cfg(test)]
mod tests {
    use super::super::shapes::{CHAT, HOW, MARKUP, STR, may, need};
    use super::*;
    use serde_json::json;

    static OWN: &[Field] =
        &[CHAT, need("text", Ty::Str), may("limit", Ty::Int), may("silent", Ty::Bool), may("kinds", Ty::List(&STR))];

    fn checked(fields: Value, textual: bool) -> Result<Map<String, Value>, String> {
        let Value::Object(fields) = fields else { panic!("an object") };
        let mut params = Params { fields, textual, ..Params::default() };
        check(&[OWN, HOW, MARKUP], &mut params).map_err(|e| e.description)?;
        Ok(params.fields)
    }

    #[test]
    fn unknown_missing_and_mistyped_parameters_are_refused() {
        for (call, why) in [
            (json!({ "chat_id": 1, "text": "a", "colour": 1 }), "Bad Request: unknown parameter \"colour\""),
            (json!({ "text": "a" }), "Bad Request: chat_id is empty"),
            (json!({ "chat_id": 1 }), "Bad Request: message text is empty"),
            (json!({ "chat_id": 1, "text": 5 }), "Bad Request: parameter \"text\": must be of type String"),
            (
                json!({ "chat_id": 1.5, "text": "a" }),
                "Bad Request: parameter \"chat_id\": must be of type Integer or String",
            ),
            (
                json!({ "chat_id": 1, "text": "a", "limit": "5" }),
                "Bad Request: parameter \"limit\": must be of type Integer",
            ),
            (
                json!({ "chat_id": 1, "text": "a", "kinds": [1] }),
                "Bad Request: parameter \"kinds\": must be of type String",
            ),
        ] {
            assert_eq!(checked(call.clone(), false).expect_err("refused"), why, "{call}");
        }
    }

    #[test]
    fn textual_values_become_what_the_table_says() {
        let fields =
            checked(json!({ "chat_id": "7", "text": "5", "limit": "5", "silent": "True", "kinds": "[\"a\"]" }), true)
                .expect("good");
        assert_eq!(
            Value::Object(fields),
            json!({ "chat_id": "7", "text": "5", "limit": 5, "silent": true, "kinds": ["a"] })
        );
        assert!(checked(json!({ "chat_id": "7", "text": "5", "limit": "five" }), true).is_err());
    }

    #[test]
    fn objects_inside_a_call_are_checked_as_well() {
        let reply = |value: Value| checked(json!({ "chat_id": 1, "text": "a", "reply_parameters": value }), false);
        assert!(reply(json!({ "message_id": 5 })).is_ok());
        assert!(reply(json!("{\"message_id\":5}")).is_ok(), "JSON-serialised, as the Bot API allows");
        assert!(reply(json!({ "message_id": 5, "colour": 1 })).is_err());
        assert!(reply(json!({})).is_err());
    }
}
