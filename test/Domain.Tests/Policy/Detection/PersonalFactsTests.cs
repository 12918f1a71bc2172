namespace MultiLine.Domain.Tests.Policy.Detection;

public sealed class PersonalFactsTests
{
    [Theory]
    [InlineData("She was born on [12/03/1980] in Rome.")]
    [InlineData("DOB: [1980-03-12]; geboren am [12. März 1980]")]
    [InlineData("born [March 12th, 1980], née le [12 mars 1980]")]
    [InlineData("fecha de nacimiento: [12 de marzo de 1980]")]
    [InlineData("[12.03.1980] (date of birth)")]
    public void A_date_is_a_birth_s_where_a_word_says_so(string marked) => Found.Exactly("DATE_OF_BIRTH", marked);

    [Theory]
    [InlineData("Meet on 12/03/1980.")]
    [InlineData("born 45/45/1980, dob 1980, birth 12.03")]
    public void Other_dates_are_nobody_s(string text) => Found.Exactly("DATE_OF_BIRTH", text);

    [Theory]
    [InlineData("MRN: [12345678]")]
    [InlineData("medical record number [AB-1234567], please")]
    [InlineData("Patientennummer [4711-0815]")]
    public void A_record_is_found_behind_what_calls_it_one(string marked) => Found.Exactly("MEDICAL_RECORD_NUMBER", marked);

    [Theory]
    [InlineData("the record 12345678")]
    [InlineData("MRN unknown, see 12 files")]
    public void Other_numbers_are_no_records(string text) => Found.Exactly("MEDICAL_RECORD_NUMBER", text);
}
