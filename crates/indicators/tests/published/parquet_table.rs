//! Reads the columns of a Parquet file of flat numbers and texts.

use std::fs::File;
use std::path::Path;

use parquet::column::reader::{ColumnReader, ColumnReaderImpl, get_typed_column_reader};
use parquet::data_type::{ByteArray, ByteArrayType, DataType, DoubleType, Int32Type};
use parquet::file::reader::{FileReader, SerializedFileReader};

/// A Parquet file.
pub struct ParquetTable {
    reader: SerializedFileReader<File>,
}

impl ParquetTable {
    /// Opens it.
    pub fn open(path: &Path) -> Self {
        let file = File::open(path).expect("the file can be read");
        ParquetTable { reader: SerializedFileReader::new(file).expect("a Parquet file") }
    }

    /// A column of whole numbers.
    pub fn integers(&self, name: &str) -> Vec<Option<i32>> {
        self.column::<Int32Type>(name)
    }

    /// A column of numbers.
    pub fn numbers(&self, name: &str) -> Vec<Option<f64>> {
        self.column::<DoubleType>(name)
    }

    /// A column of texts.
    pub fn texts(&self, name: &str) -> Vec<Option<ByteArray>> {
        self.column::<ByteArrayType>(name)
    }

    fn column<T: DataType>(&self, name: &str) -> Vec<Option<T::T>> {
        let metadata = self.reader.metadata();
        let place = metadata.file_metadata().schema_descr().columns().iter().position(|column| column.name() == name);
        let place = place.unwrap_or_else(|| panic!("no column {name}"));
        let mut all = Vec::new();
        for number in 0..metadata.num_row_groups() {
            let group = self.reader.get_row_group(number).expect("a row group");
            let column: ColumnReader = group.get_column_reader(place).expect("a column");
            let mut column: ColumnReaderImpl<T> = get_typed_column_reader(column);
            let rows = usize::try_from(group.metadata().num_rows()).expect("a number of rows");
            let (mut values, mut levels) = (Vec::new(), Vec::new());
            while levels.len() < rows {
                let (read, ..) = column.read_records(rows, Some(&mut levels), None, &mut values).expect("values");
                assert!(read > 0, "the column {name} ends early");
            }
            let mut values = values.into_iter();
            all.extend(levels.iter().map(|&level| if level > 0 { values.next() } else { None }));
        }
        all
    }
}
