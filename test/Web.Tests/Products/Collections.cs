namespace MultiLine.Web.Tests.Products;

/// <summary>Tests that share one running product and leave it running. They run one after the other, and beside those of other collections.</summary>
[CollectionDefinition(Name)]
public sealed class OneProduct : ICollectionFixture<RunningProduct>
{
    public const string Name = "One running product";
}

/// <summary>As <see cref="OneProduct"/>, for tests about talks: each of the two takes half of the time.</summary>
[CollectionDefinition(Name)]
public sealed class ProductForTalks : ICollectionFixture<RunningProduct>
{
    public const string Name = "A product for talks";
}

/// <summary>Tests that show pages to people: nothing is on them that other tests have left there.</summary>
[CollectionDefinition(Name)]
public sealed class ShownProduct : ICollectionFixture<RunningProduct>
{
    public const string Name = "A product that is shown";
}

/// <summary>Tests that may stop their product.</summary>
[CollectionDefinition(Name)]
public sealed class ProductThatStops : ICollectionFixture<RunningProduct>
{
    public const string Name = "A product that stops";
}

/// <summary>Tests that wait for the end of a day.</summary>
[CollectionDefinition(Name)]
public sealed class ShortDays : ICollectionFixture<ProductOfShortDays>
{
    public const string Name = "A product of short days";
}
