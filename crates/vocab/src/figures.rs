//! A file of figures, each with its range: the type of the file, its central values, and values at quantiles of the ranges.

macro_rules! figures {
    ($(#[$file_doc:meta])* $File:ident, $(#[$values_doc:meta])* $Values:ident, $($(#[$doc:meta])* $field:ident,)*) => {
        $(#[$file_doc])*
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        #[serde(deny_unknown_fields)]
        pub struct $File {
            $($(#[$doc])* pub $field: crate::figure::Figure,)*
        }

        $(#[$values_doc])*
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub struct $Values {
            $($(#[$doc])* pub $field: f64,)*
        }

        impl $File {
            /// Names, in the order of [`Self::figures`].
            pub const NAMES: &'static [&'static str] = &[$(stringify!($field)),*];

            /// All figures, in a fixed order.
            pub fn figures(&self) -> Vec<&crate::figure::Figure> {
                vec![$(&self.$field),*]
            }

            /// The same, to change them.
            pub fn figures_mut(&mut self) -> Vec<&mut crate::figure::Figure> {
                vec![$(&mut self.$field),*]
            }

            /// The central values.
            pub fn values(&self) -> $Values {
                $Values { $($field: self.$field.value,)* }
            }

            /// Values at given quantiles of their ranges, one quantile a figure in the order of [`Self::NAMES`].
            pub fn at(&self, quantiles: &[f64]) -> $Values {
                let mut rest = quantiles.iter().copied();
                $Values { $($field: self.$field.at(rest.next().unwrap_or(0.5)),)* }
            }
        }
    };
}

pub(crate) use figures;
